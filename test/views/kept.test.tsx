import { describe, expect, it } from 'vitest'
import { type Audience, EMPTY_FRAME, FrameContext, useFrame } from '../../views/layout/frame'
import { Form } from '../../views/layout/form'
import { Kept } from '../../views/shared/kept'

const Whose = () => <p>{useFrame().audience + (useFrame().person?.name ?? '')}</p>

const shownTo = (audience: Audience, of: object, body = <Whose />) =>
  (
    <FrameContext.Provider value={{ ...EMPTY_FRAME, audience, person: { name: 'Robin' } }}>
      <Kept of={of}>{body}</Kept>
    </FrameContext.Provider>
  ).toString()

describe('kept markup', () => {
  it('is made once for each audience, and escaped once', () => {
    const offer = {}
    expect(shownTo('public', offer, <p>{'<b>'}</p>)).toBe('<p>&lt;b&gt;</p>')
    expect(shownTo('public', offer, <p>other</p>)).toBe('<p>&lt;b&gt;</p>')
    expect(shownTo('care-leaver', offer, <p>other</p>)).toBe('<p>other</p>')
  })

  it('knows whose audience it is and nobody’s name', () => {
    expect(shownTo('team', {})).toBe('<p>team</p>')
  })

  it('holds no form that changes something: everybody would send the same key', () => {
    expect(() => shownTo('public', {}, <Form action="/where">{null}</Form>)).toThrow('cannot hold a form')
  })
})
