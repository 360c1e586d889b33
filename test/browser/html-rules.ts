import type { RuleConfig } from 'html-validate'

/** Rules of `html-validate:standard` that are about style and not validity, each with the reason it is off. */
export const HTML_RULES: RuleConfig = {}
