/** `dataSubjects` → `data_subjects`: how tables and columns are named in SQL. */
export const snake = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
