import './style/index.css'

const app = () => {
  void import('./app.tsx')
  // Where most people begin comes beside the frame, not after it.
  void import('./routes/list.tsx')
}
// What the server drew is painted before the script that takes its place has its turn.
if (document.hidden || !document.getElementById('first-answers')) app()
else requestAnimationFrame(() => setTimeout(app))
