import type { Child } from 'hono/jsx'
import { OPPORTUNITY_KINDS } from '../../src/domain/opportunity'
import { COVENANT_OUTCOMES, DISTRICT_CODES, DISTRICTS, LOCAL_OFFER_HEADINGS } from '../../src/domain/taxonomy'
import { paths } from '../../src/paths'
import { Details, InsetText, SummaryList, Table } from '../govuk'
import { Page } from '../layout/page'
import { HEADING, KIND, OUTCOME } from '../words/labels'

/** How other websites, directories and readers get our public offers, in plain words. */
export function ApiPage({ baseUrl }: { baseUrl: string }) {
  return (
    <Page title="Use our offers elsewhere">
      <h1 class="govuk-heading-l">Use our offers elsewhere</h1>
      <p class="wm-lead">
        Show offers on your own website, in a directory or in a reader. No key and no account is needed.
      </p>
      <InsetText>
        Only public offers that somebody can still ask about are here. When an offer is withdrawn, full or
        closed, it is gone with your next request: ask again rather than keep a copy.
      </InsetText>
      <WhatThereIs />
      <Parameters baseUrl={baseUrl} />
      <Asking />
      <OpenReferral baseUrl={baseUrl} />
    </Page>
  )
}

const Address = ({ path }: { path: string }) => <a href={path}>{path}</a>

function WhatThereIs() {
  const rows: [string, string][] = [
    [paths.api.opportunities, 'Offers as JSON, newest first, 100 at a time'],
    [paths.api.schema, 'What each field of an offer means, as a JSON Schema'],
    [paths.api.openApi, 'All of this as an OpenAPI 3.1 description, for tools'],
    [paths.api.openReferral, 'Offers as services, as Open Referral UK 3.0 has them'],
    [paths.feed, 'The newest 50 offers as an Atom feed'],
    [paths.sitemap, 'Every public page, for search engines'],
    [paths.localOffer, 'The Local Offer under its six headings, to read or to print'],
  ]
  return (
    <>
      <h2 class="govuk-heading-m">What there is</h2>
      <SummaryList rows={rows.map(([path, value]) => ({ key: <Address path={path} />, value }))} />
      <p>
        An offer with a first day has a calendar file too: the address of its page, then{' '}
        <code>/calendar.ics</code>.
      </p>
    </>
  )
}

const PARAMETERS: readonly (readonly [string, string])[] = [
  ['kind', 'Kinds of offer, such as apprenticeship. May stand more than once'],
  ['heading', 'Headings of the Local Offer. May stand more than once'],
  ['outcome', 'Outcomes of the Care Leavers Covenant. May stand more than once'],
  ['district', 'ONS codes of districts. May stand more than once'],
  ['near, within', 'ONS code of one district, and kilometres from its middle: 20 where you do not say'],
  ['paid', 'yes for paid offers only'],
  ['remote', 'yes for offers online or from home only'],
  ['page', 'Which page, from 1. The answer says how many there are, and the address of the next'],
  ['size', 'How many offers a page, up to 100'],
]

function Parameters({ baseUrl }: { baseUrl: string }) {
  return (
    <>
      <h2 class="govuk-heading-m">Asking for some of them</h2>
      <p>
        For example, apprenticeships and jobs in Dover:
        <br />
        <code class="wm-code">
          {baseUrl}
          {paths.api.opportunities}?kind=apprenticeship&amp;kind=job&amp;district=E07000108
        </code>
      </p>
      <SummaryList rows={PARAMETERS.map(([name, value]) => ({ key: <code>{name}</code>, value }))} />
      <p>A value that is not known is refused, with status 400 and the name of the parameter.</p>
      <Codes title="Kinds of offer" codes={OPPORTUNITY_KINDS.map((code) => [code, KIND[code]])} />
      <Codes
        title="Headings of the Local Offer"
        codes={LOCAL_OFFER_HEADINGS.map((code) => [code, HEADING[code]])}
      />
      <Codes
        title="Outcomes of the Covenant"
        codes={COVENANT_OUTCOMES.map((code) => [code, OUTCOME[code]])}
      />
      <Codes title="Districts" codes={DISTRICT_CODES.map((code) => [code, DISTRICTS[code]])} />
    </>
  )
}

function Codes({ title, codes }: { title: string; codes: readonly (readonly [string, Child])[] }) {
  return (
    <Details summary={title}>
      <Table label={title} head={[{ text: 'Value' }, { text: 'What it means' }]} rows={codes} />
    </Details>
  )
}

function Asking() {
  return (
    <>
      <h2 class="govuk-heading-m">Asking again</h2>
      <p>
        Every answer has an <code>ETag</code>. Send it back as <code>If-None-Match</code>, and where nothing
        has changed you get status 304 and no body. That is quick for both of us. Browsers and most libraries
        do it by themselves. Once a minute is plenty.
      </p>
      <p>
        Scripts on any website may read these addresses. They always say what a visitor sees, whoever is
        signed in. How many places are left, and who posted an offer, is in none of them.
      </p>
      <p>
        Please show who makes each offer, and link to its page here. People ask about an offer on that page,
        or ask the 18+ team; nobody applies to the organisation.
      </p>
    </>
  )
}

function OpenReferral({ baseUrl }: { baseUrl: string }) {
  return (
    <>
      <h2 class="govuk-heading-m">Open Referral UK</h2>
      <p>
        For directories that read the UK profile of the Human Services Data Specification, version 3.0, the
        base address is:
        <br />
        <code class="wm-code">
          {baseUrl}
          {paths.api.openReferral}
        </code>
      </p>
      <p>
        It has <code>services</code>, <code>services/(id)</code>, <code>taxonomies</code> and{' '}
        <code>taxonomy_terms</code>. Each service stands under one of the six headings of the Local Offer.
        Parameters are <code>page</code>, <code>per_page</code> and <code>taxonomy_term_id</code>.
      </p>
    </>
  )
}
