/** `ropewalk_activities-controller_20260331T140507Z.csv`, from an instant in ISO 8601 UTC. */
export const fileName = (dataset: string, at: string, extension: string): string =>
  `ropewalk_${dataset}_${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z.${extension}`
