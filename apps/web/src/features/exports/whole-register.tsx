import { both } from '@ropewalk/domain/words.ts'
import { asOfAddress } from '../../as-of.ts'
import { useSay } from '../../language.ts'

const files = [
  {
    format: 'json',
    says: both('JSON', 'JSON'),
    name: both('Register as JSON', 'Registre en JSON'),
    what: both(
      'Every record with its rows, sources and open questions, archived ones too: to keep, to compare, to move to another installation.',
      'Chaque fiche avec ses lignes, ses sources et ses questions ouvertes, archivées comprises : pour la garder, la comparer, la porter dans une autre installation.',
    ),
    asked: both('Schema: /schemas/register.json', 'Schéma : /schemas/register.json'),
  },
  {
    format: 'jsonld',
    says: both('JSON-LD', 'JSON-LD'),
    name: both('Register as JSON-LD', 'Registre en JSON-LD'),
    what: both(
      'The records of Art. 30 in the words of the W3C’s Data Privacy Vocabulary, for the tools of authorities, auditors and partners; what is missing says so.',
      'Les registres de l’art. 30 dans le vocabulaire de protection des données du W3C (DPV), pour les outils des autorités, des auditeurs et des partenaires ; ce qui manque est dit.',
    ),
    asked: both('Art. 30, 5(2) · DPV 2.3, DPCat 0.2', 'Art. 30, 5(2) · DPV 2.3, DPCat 0.2'),
  },
] as const

/** The register in one file, for programs. */
export function WholeRegister() {
  const say = useSay()
  return (
    <section className="exports">
      <h2>{say(title)}</h2>
      <ul>
        {files.map(({ format, says, name, what, asked }) => (
          <li key={format}>
            <div>
              <h3>{say(name)}</h3>
              <p>{say(what)}</p>
              <p className="muted">{say(asked)}</p>
            </div>
            <p className="links">
              <a
                href={asOfAddress(`/exports/register.${format}`)}
                aria-label={`${say(says)}: ${say(name)}`}
              >
                {say(says)}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const title = both('The whole register', 'Le registre entier')
