import { previewPublication, publishSubProcessor, withdrawSubProcessor } from './publishing.ts'
import { listSupplierLinks } from './supplier-links.ts'
import { verbsOf } from './verbs.ts'

export const activities = verbsOf('activity', {
  only: ['purposes', 'dataSubjects', 'data', 'subProcessors', 'recipients'],
})
export const subProcessors = {
  ...verbsOf('subProcessor', { only: ['locations'] }),
  links: listSupplierLinks,
  preview: previewPublication,
  publish: publishSubProcessor,
  withdraw: withdrawSubProcessor,
}
export const dataCategories = verbsOf('dataCategory', { only: [] })
export const dataSubjects = verbsOf('dataSubject', { only: [] })
export const parties = verbsOf('party', { only: [] })
export const measures = verbsOf('measure', { only: [] })
export const organisations = verbsOf('organisation', { only: [] })
export const products = verbsOf('product', { only: [] })
export const documents = verbsOf('document', { only: [] })
