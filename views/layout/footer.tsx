import { classNames } from '../govuk/class-names'
import { Mark } from '../shared/icons'
import { useFrame } from './frame'

/** The same help and promises at the foot of every page. */
export function Footer({ isWide }: { isWide?: boolean | undefined }) {
  const { serviceName, footerLinks } = useFrame()
  return (
    <footer class="govuk-template__footer wm-footer">
      <div class={classNames('govuk-width-container', isWide && 'wm-wide')}>
        <h2 class="govuk-visually-hidden">Help and legal</h2>
        <ul class="wm-footer__links">
          {footerLinks.map(({ href, text }) => (
            <li>
              <a class="wm-footer__link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
        <p class="wm-footer__name">
          <Mark /> {serviceName}
        </p>
      </div>
    </footer>
  )
}
