/** The package ships no types; these are the parts that the page's script uses. */
declare module 'govuk-frontend' {
  type Component = { readonly moduleName: string }
  export function createAll(component: Component): void
  export const Button: Component
  export const CharacterCount: Component
  export const Checkboxes: Component
  export const ErrorSummary: Component
  export class ExitThisPage {
    static readonly moduleName: string
    protected readonly $button: HTMLAnchorElement
    /** Called by the button, its skip link and the third press of Shift. */
    exitPage(): void
  }
  export const NotificationBanner: Component
  export const Radios: Component
  export const ServiceNavigation: Component
  export const SkipLink: Component
}
