/** The package ships no types; these are the parts that `script.ts` uses. */
declare module 'govuk-frontend' {
  type Component = { readonly moduleName: string }
  export function createAll(component: Component): void
  export const Button: Component
  export const CharacterCount: Component
  export const Checkboxes: Component
  export const ErrorSummary: Component
  export const ExitThisPage: Component
  export const NotificationBanner: Component
  export const Radios: Component
  export const ServiceNavigation: Component
  export const SkipLink: Component
}
