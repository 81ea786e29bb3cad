import type { NounKey } from '@ropewalk/domain/field.ts'
import { useNavigate } from '@tanstack/react-router'
import { asOfAddress } from '../../as-of.ts'
import { useLanguage, useSay } from '../../language.ts'
import { Menu } from '../../ui/menu.tsx'
import type { Density } from '../../ui/table/use-rows.ts'
import type { ColumnChoice } from './columns/choice.ts'
import { exportAddress, exportFormats, exportSetsOf } from './exports.ts'
import type { View } from './view.ts'
import { listWords as words } from './words.ts'

type ExportProps = { noun: NounKey; view: View; label: string; small?: boolean }

/** Files of exactly the rows that the view shows. */
export function ExportMenu({ noun, view, label, small = false }: ExportProps) {
  const say = useSay()
  const language = useLanguage()
  const navigate = useNavigate()
  const sets = exportSetsOf(noun)
  return (
    <Menu
      label={label}
      small={small}
      align="end"
      items={[
        ...sets.flatMap((set, at) => [
          ...(at > 0 ? [{ kind: 'rule' } as const] : []),
          ...exportFormats.map((format) => ({
            kind: 'file' as const,
            label: say(words.exportAs, { list: say(set.label), format: format.toUpperCase() }),
            href: asOfAddress(exportAddress({ key: set.key, format }, view, language)),
          })),
        ]),
        ...(noun === 'subProcessor' && !small
          ? [
              { kind: 'rule' } as const,
              {
                label: say(words.reconcile),
                act: () => void navigate({ to: '/reconciliation' }),
              },
            ]
          : []),
      ]}
    />
  )
}

export function ColumnsMenu({ choice }: { choice: ColumnChoice }) {
  const say = useSay()
  const { reset } = choice
  return (
    <Menu
      label={say(words.columns)}
      look="quiet"
      small
      align="end"
      items={[
        ...choice.all
          .filter((plan) => !choice.isFixed(plan))
          .map((plan) => ({
            kind: 'check' as const,
            label: say(plan.label),
            checked: choice.shown.includes(plan),
            act: () => choice.toggle(plan.key),
          })),
        { kind: 'rule' },
        ...(reset ? [{ label: say(words.standardColumns), act: reset }] : []),
        { kind: 'said', label: say(words.columnsFit) },
      ]}
    />
  )
}

const densities = ['compact', 'normal', 'comfortable'] as const satisfies readonly Density[]

export function DensityMenu({ density, onChange }: DensityProps) {
  const say = useSay()
  return (
    <Menu
      label={say(words.density)}
      look="quiet"
      small
      align="end"
      items={densities.map((each) => ({
        kind: 'radio' as const,
        label: say(words[each]),
        checked: each === density,
        act: () => onChange(each),
      }))}
    />
  )
}
type DensityProps = { density: Density; onChange: (density: Density) => void }
