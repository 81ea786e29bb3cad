import './style/index.css'

const app = () => void import('./app.tsx')
// What the server drew is painted, and a press on it answered, before the script that takes its place has its turn.
const rest = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 50))
if (document.hidden || !document.getElementById('first-answers')) app()
else requestAnimationFrame(() => rest(app, { timeout: 300 }))
