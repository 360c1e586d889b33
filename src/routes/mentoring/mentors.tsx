import { Hono } from 'hono'
import { MentorsPage } from '../../../views/mentoring/mentors-page'
import type { AppEnv } from '../../http/app-env'
import { guard } from '../../http/guard'
import { page } from '../../http/page'
import { paths } from '../../paths'

/** Who is a mentor or befriender, and how far their checks are. */
export const mentors = new Hono<AppEnv>()

mentors.get(paths.mentoring.home, guard('mentor.read'), (c) => page(c, <MentorsPage />))
