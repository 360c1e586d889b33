import type { Child } from 'hono/jsx'
import * as govuk from '../../../views/govuk'
import { findTag, type Tree, withoutAttribute } from './dom'
import { Inexpressible, type Options } from './options'

/** A fixture's options as our component, and the differences we mean. */
export type Adapted = {
  element: Child
  /** Changes what the fixture expects, where ours is meant to differ. */
  expected?: (html: string) => string
  /** Takes out of ours what the fixture cannot know. */
  actual?: (trees: Tree[]) => Tree[]
}

export type Adapter = (options: Options) => Adapted

const SIZES = ['s', 'm', 'l', 'xl'] as const
const COLOURS = ['blue', 'grey', 'green', 'teal', 'purple', 'magenta', 'red', 'orange', 'yellow'] as const

function labelOf(options: Options) {
  const label = options.inner('label')
  if (!label) throw new Inexpressible('no label')
  return {
    label: label.words(),
    labelSize: label.modifier('govuk-label--', SIZES),
    isPageHeading: label.isTrue('isPageHeading'),
  }
}

function errorOf(options: Options): string | undefined {
  const error = options.inner('errorMessage')
  if (!error) return undefined
  if (error.has('html')) throw new Inexpressible('html in an error')
  return error.text('text')
}

const notesOf = (options: Options) => ({ hint: options.wordsOf('hint'), error: errorOf(options) })

function legendOf(options: Options) {
  const legend = options.inner('fieldset')?.inner('legend')
  if (!legend) throw new Inexpressible('no legend')
  return {
    legend: legend.words(),
    legendSize: legend.modifier('govuk-fieldset__legend--', SIZES),
    isPageHeading: legend.isTrue('isPageHeading'),
  }
}

function spellcheckOf(options: Options): { spellcheck?: boolean } {
  const value = options.text('spellcheck')
  return value === undefined ? {} : { spellcheck: value === 'true' }
}

const fieldOf = (options: Options) => ({
  name: options.needed('name'),
  id: options.text('id'),
  value: options.text('value'),
  ...labelOf(options),
  ...notesOf(options),
})

function choicesOf(options: Options) {
  const name = options.text('idPrefix') ?? options.needed('name')
  return { name, ...legendOf(options), ...notesOf(options) }
}

/** Our controls are named as their ids begin; a fixture's may be named apart. */
function renamed(options: Options, name: string) {
  const theirs = options.needed('name')
  return (html: string) => html.replaceAll(` name="${theirs}"`, ` name="${name}"`)
}

function itemsOf(options: Options) {
  const items = options.list('items')
  return items.map((item) => ({
    value: item.needed('value'),
    text: item.words(),
    hint: item.wordsOf('hint'),
    conditional: item.wordsOf('conditional'),
    isChecked: item.isTrue('checked'),
  }))
}

const checkedIn = (items: ReturnType<typeof itemsOf>) =>
  items.filter(({ isChecked }) => isChecked).map(({ value }) => value)

const textInput: Adapter = (options) => {
  const width = options.modifier('govuk-input--width-', ['2', '3', '4', '5', '10', '20'])
  const props = {
    ...fieldOf(options),
    ...spellcheckOf(options),
    type: options.text('type') as govuk.TextInputProps['type'],
    inputmode: options.text('inputmode') as govuk.TextInputProps['inputmode'],
    autocomplete: options.text('autocomplete'),
    prefix: options.inner('prefix')?.text('text'),
    suffix: options.inner('suffix')?.text('text'),
    width: width && (Number(width) as govuk.TextInputProps['width']),
  }
  return { element: <govuk.TextInput {...props} width={props.width || undefined} /> }
}

const textarea: Adapter = (options) => ({
  element: <govuk.Textarea {...fieldOf(options)} {...spellcheckOf(options)} rows={options.number('rows')} />,
})

const characterCount: Adapter = (options) => {
  const maxLength = options.number('maxlength')
  if (maxLength === undefined) throw new Inexpressible('no maxlength')
  const props = { ...fieldOf(options), ...spellcheckOf(options), rows: options.number('rows') }
  return { element: <govuk.CharacterCount {...props} maxLength={maxLength} /> }
}

const radios: Adapter = (options) => {
  const items = itemsOf(options)
  const look = options.text('classes')?.split(' ') ?? []
  const unknown = look.filter((name) => !['govuk-radios--inline', 'govuk-radios--small'].includes(name))
  if (unknown.length) throw new Inexpressible(`classes: ${unknown.join(' ')}`)
  const choices = choicesOf(options)
  return {
    expected: renamed(options, choices.name),
    element: (
      <govuk.Radios
        {...choices}
        items={items}
        value={options.text('value') ?? checkedIn(items)[0]}
        isInline={look.includes('govuk-radios--inline')}
        isSmall={look.includes('govuk-radios--small')}
      />
    ),
  }
}

const checkboxes: Adapter = (options) => {
  const items = itemsOf(options)
  const choices = choicesOf(options)
  return {
    expected: renamed(options, choices.name),
    element: (
      <govuk.Checkboxes
        {...choices}
        items={items}
        values={[...options.texts('values'), ...checkedIn(items)]}
        isSmall={options.modifier('govuk-checkboxes--', ['small']) !== undefined}
      />
    ),
  }
}

const PARTS = ['day', 'month', 'year'] as const

/** Our names carry the prefix; a fixture's only when it asks. The ids are the same either way. */
const dateInput: Adapter = (options) => {
  const name = options.needed('id')
  const prefix = options.text('namePrefix')
  const errorParts = PARTS.filter((part) => options.inner(part)?.isTrue('error'))
  const values = options.inner('values')
  const valueOf = (part: (typeof PARTS)[number]) =>
    (prefix && values?.text(`${prefix}-${part}`)) || values?.text(part)
  return {
    element: (
      <govuk.DateInput
        name={name}
        {...legendOf(options)}
        {...notesOf(options)}
        errorParts={errorParts.length ? errorParts : undefined}
        values={{ day: valueOf('day'), month: valueOf('month'), year: valueOf('year') }}
      />
    ),
    expected: (html) => html.replace(/ name="(?:[^"]*-)?(day|month|year)"/g, ` name="${name}-$1"`),
  }
}

/** No option of ours is ever disabled: a fixture's is compared as if it were not. */
const select: Adapter = (options) => {
  const items = options.list('items').map((item) => ({
    value: item.needed('value'),
    text: item.needed('text'),
    isSelected: item.isTrue('selected'),
    isDisabled: item.isTrue('disabled'),
  }))
  const selected = items.find(({ isSelected }) => isSelected)?.value
  const { value = selected, ...field } = fieldOf(options)
  return {
    element: <govuk.Select {...field} items={items} value={value} />,
    expected: (html) => html.replaceAll(' disabled>', '>'),
  }
}

const fileUpload: Adapter = (options) => {
  const { value, ...field } = fieldOf(options)
  if (value !== undefined) throw new Inexpressible('value')
  return { element: <govuk.FileUpload {...field} /> }
}

const button: Adapter = (options) => {
  const prevents = options.text('preventDoubleClick')
  if (prevents === 'false') throw new Inexpressible('preventDoubleClick: false')
  options.mustBe('type', 'submit')
  const variant = options.isTrue('isStartButton')
    ? 'start'
    : options.modifier('govuk-button--', ['secondary', 'warning'])
  const actual = (trees: Tree[]) => (prevents ? trees : withoutAttribute(trees, 'data-prevent-double-click'))
  return {
    element: (
      <govuk.Button
        href={options.text('href')}
        name={options.text('name')}
        value={options.text('value')}
        variant={variant}
      >
        {options.words()}
      </govuk.Button>
    ),
    actual,
  }
}

const errorSummary: Adapter = (options) => {
  const errors = options.list('errorList').map((error) => ({
    text: error.needed('text'),
    href: error.text('href'),
  }))
  return { element: <govuk.ErrorSummary errors={errors} title={options.needed('titleText')} /> }
}

const errorMessage: Adapter = (options) => ({
  element: <govuk.ErrorMessage id={options.text('id')}>{options.words()}</govuk.ErrorMessage>,
})

const hint: Adapter = (options) => ({
  element: (
    <govuk.Hint id={options.text('id')} class={options.text('classes')}>
      {options.words()}
    </govuk.Hint>
  ),
})

const label: Adapter = (options) => ({
  element: (
    <govuk.Label
      for={options.text('for')}
      class={options.text('classes')}
      isPageHeading={options.isTrue('isPageHeading')}
    >
      {options.words()}
    </govuk.Label>
  ),
})

const fieldset: Adapter = (options) => {
  const legend = options.inner('legend')
  if (!legend) throw new Inexpressible('no legend')
  options.mustBe('role', 'group')
  return {
    element: (
      <govuk.Fieldset
        legend={legend.words()}
        legendSize={legend.modifier('govuk-fieldset__legend--', SIZES)}
        isPageHeading={legend.isTrue('isPageHeading')}
        describedBy={options.text('describedBy')}
        role={options.has('role') ? 'group' : undefined}
      >
        {options.words()}
      </govuk.Fieldset>
    ),
  }
}

function actionsOf(options: Options | undefined): govuk.SummaryAction[] {
  const actions = options?.list('items') ?? []
  return actions.map((action) => {
    if (action.has('html')) throw new Inexpressible('html in an action')
    return {
      href: action.needed('href'),
      text: action.needed('text'),
      hidden: action.text('visuallyHiddenText'),
    }
  })
}

const summaryList: Adapter = (options) => {
  const rows = options.list('rows').map((row) => ({
    key: row.wordsOf('key'),
    value: row.wordsOf('value'),
    actions: actionsOf(row.inner('actions')),
  }))
  const card = options.inner('card')
  if (!card) return { element: <govuk.SummaryList rows={rows} /> }
  const title = card.inner('title')
  const level = title?.number('headingLevel') as govuk.SummaryCardProps['headingLevel']
  return {
    element: (
      <govuk.SummaryCard
        title={title?.needed('text') ?? ''}
        headingLevel={level}
        actions={actionsOf(card.inner('actions'))}
        rows={rows}
      />
    ),
  }
}

/** Ours stands in a region that scrolls by itself, so only the table is compared. */
const table: Adapter = (options) => {
  const head = options.list('head').map((cell) => ({
    text: cell.words(),
    isNumeric: cell.modifier('', ['numeric'], 'format') !== undefined,
  }))
  const rows = options.rows('rows').map((row) =>
    row.map((cell) => {
      cell.text('format')
      return cell.words()
    }),
  )
  return {
    element: (
      <govuk.Table
        head={head}
        rows={rows}
        caption={options.text('caption')}
        captionSize={options.modifier('govuk-table__caption--', SIZES, 'captionClasses')}
        firstCellIsHeader={options.isTrue('firstCellIsHeader')}
      />
    ),
    actual: (trees) => [findTag(trees, 'table') ?? 'no table'],
  }
}

const tag: Adapter = (options) => ({
  element: <govuk.Tag colour={options.modifier('govuk-tag--', COLOURS)}>{options.words()}</govuk.Tag>,
})

function statusOf(options: Options | undefined): govuk.TaskStatus {
  const status = options?.inner('tag')
  if (!status) return { text: options?.needed('text') ?? '' }
  return { tag: status.needed('text'), colour: status.modifier('govuk-tag--', COLOURS) }
}

const taskList: Adapter = (options) => {
  const items = options.list('items').map((item) => ({
    title: item.wordsOf('title'),
    href: item.text('href'),
    hint: item.wordsOf('hint'),
    status: statusOf(item.inner('status')),
  }))
  return { element: <govuk.TaskList items={items} idPrefix={options.text('idPrefix')} /> }
}

const notificationBanner: Adapter = (options) => {
  const variant = options.text('type') === 'success' ? 'success' : undefined
  const title = options.text('titleText')
  return {
    element: (
      <govuk.NotificationBanner variant={variant} title={title} titleId={options.text('titleId')}>
        {options.words()}
      </govuk.NotificationBanner>
    ),
  }
}

const panel: Adapter = (options) => ({
  element: <govuk.Panel title={options.words('title')}>{options.words()}</govuk.Panel>,
})

const insetText: Adapter = (options) => ({
  element: <govuk.InsetText>{options.words()}</govuk.InsetText>,
})

const warningText: Adapter = (options) => {
  options.mustBe('iconFallbackText', 'Warning')
  return { element: <govuk.WarningText>{options.words()}</govuk.WarningText> }
}

/** Ours needs no id. */
const details: Adapter = (options) => {
  const id = options.text('id')
  return {
    element: (
      <govuk.Details summary={options.words('summary')} isOpen={options.isTrue('open')}>
        {options.words()}
      </govuk.Details>
    ),
    expected: (html) => html.replace(` id="${id}"`, ''),
  }
}

/** Our arrows lead to the pages before and after; a fixture's lead to `/previous` and `/next`. */
const pagination: Adapter = (options) => {
  const items = options.list('items').map((item) => ({
    number: item.number('number'),
    href: item.text('href') ?? '',
    isCurrent: item.isTrue('current'),
    isGap: item.isTrue('ellipsis'),
  }))
  const numbers = items.flatMap(({ number }) => (number === undefined ? [] : [number]))
  const page = items.find(({ isCurrent }) => isCurrent)?.number
  if (page === undefined) throw new Inexpressible('no current page')
  const hrefOf = (number: number) => items.find((item) => item.number === number)?.href ?? `/page/${number}`
  const arrows = [options.inner('previous')?.text('href'), options.inner('next')?.text('href')]
  const expected = (html: string) =>
    [page - 1, page + 1].reduce(
      (changed, number, position) =>
        changed.replace(`href="${arrows[position]}" rel`, `href="${hrefOf(number)}" rel`),
      html,
    )
  return {
    element: <govuk.Pagination page={page} pageCount={Math.max(...numbers)} hrefOf={hrefOf} />,
    expected,
  }
}

const backLink: Adapter = (options) => ({
  element: <govuk.BackLink href={options.text('href') ?? '#'} text={options.text('text')} />,
})

const breadcrumbs: Adapter = (options) => {
  const items = options.list('items').map((item) => ({ text: item.needed('text'), href: item.text('href') }))
  const isCollapsedOnMobile = options.isTrue('collapseOnMobile')
  return { element: <govuk.Breadcrumbs items={items} isCollapsedOnMobile={isCollapsedOnMobile} /> }
}

const skipLink: Adapter = (options) => ({
  element: <govuk.SkipLink href={options.text('href') ?? '#content'} text={options.needed('text')} />,
})

const exitThisPage: Adapter = (options) => ({
  element: <govuk.ExitThisPage redirectUrl={options.text('redirectUrl')} />,
})

const phaseBanner: Adapter = (options) => ({
  element: (
    <govuk.PhaseBanner tag={options.inner('tag')?.needed('text') ?? ''}>{options.words()}</govuk.PhaseBanner>
  ),
})

const serviceNavigation: Adapter = (options) => {
  const items = options.list('navigation').map((item) => ({
    href: item.needed('href'),
    text: item.needed('text'),
    isCurrent: item.isTrue('current'),
  }))
  const name = options.text('serviceName')
  const href = options.text('serviceUrl')
  return { element: <govuk.ServiceNavigation items={items} serviceName={name} serviceHref={href} /> }
}

/** By the name of the component's folder in govuk-frontend. */
export const ADAPTERS: Record<string, Adapter> = {
  'back-link': backLink,
  breadcrumbs,
  button,
  'character-count': characterCount,
  checkboxes,
  'date-input': dateInput,
  details,
  'error-message': errorMessage,
  'error-summary': errorSummary,
  'exit-this-page': exitThisPage,
  fieldset,
  'file-upload': fileUpload,
  hint,
  input: textInput,
  'inset-text': insetText,
  label,
  'notification-banner': notificationBanner,
  pagination,
  panel,
  'phase-banner': phaseBanner,
  radios,
  select,
  'service-navigation': serviceNavigation,
  'skip-link': skipLink,
  'summary-list': summaryList,
  table,
  tag,
  'task-list': taskList,
  textarea,
  'warning-text': warningText,
}
