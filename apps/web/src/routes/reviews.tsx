export { Reviews as ReviewsPage } from '../features/reviews/reviews-page.tsx'
