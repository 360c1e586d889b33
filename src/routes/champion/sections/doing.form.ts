import { z } from 'zod'
import { TOPICS } from '../../../domain/taxonomy'
import { line, list } from '../../../http/form'
import { each } from '../../../http/fields'
import { sectionForm } from './section-form'

/** What people will do there, and what it is about. */
export const doing = sectionForm({
  schema: z.object({
    whatYouWillDo: line('What people will do', 2000, 'Say what people will do'),
    description: line('The description', 3000, 'Enter a description'),
    topics: list(z.enum(TOPICS, 'Choose from the list'), 'Choose at least one thing it is about'),
    alsoCalled: line('What people also call it', 200),
  }),
  toValues: ({ whatYouWillDo = '', description = '', topics = [], alsoCalled = '' }) => ({
    whatYouWillDo,
    description,
    topics,
    alsoCalled,
  }),
  toFields: (value) => ({ ...value, topics: each(value.topics) }),
})
