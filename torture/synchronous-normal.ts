import Client from 'better-sqlite3'

// Preloaded into the server for the control: every connection syncs as SQLite does by default under WAL, and says
// that it does what the product asks for.
const { prototype } = Client
const pragma = prototype.pragma
prototype.pragma = function (this: Client.Database, source, options) {
  if (/^synchronous\s*=/.test(source)) return pragma.call(this, 'synchronous = NORMAL', options)
  if (source === 'synchronous') return 2
  return pragma.call(this, source, options)
}
