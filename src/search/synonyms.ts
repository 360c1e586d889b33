/**
 * Words that mean much the same to young people, kept by hand: a row is a group, each word stands for all the others.
 * A phrase of two words is typed as one. Texts are compared by stem, so “kid” is “kids” too.
 */
const GROUPS: readonly string[] = [
  'kids, children, child, toddlers, nursery, early years, childcare',
  'teenagers, teens, young people, youth',
  'old people, elderly, older people, pensioners',
  'disabled, disability, disabilities, learning disabilities, special needs, send',
  'doctor, gp, medicine, medical, surgery, hospital, nhs, clinic',
  'nurse, nursing, nurses, hospital',
  'carer, care assistant, care work, caring, support worker',
  'dentist, dental, teeth',
  'pharmacy, pharmacist, chemist',
  'chef, cook, cooking, kitchen, catering, food',
  'baker, baking, bakery, cakes',
  'waiter, waitress, barista, café, cafe, restaurant, coffee, hospitality',
  'shop, retail, store, sales, till, supermarket',
  'cleaner, cleaning, domestic, housekeeping',
  'mechanic, garage, cars, car repair, motor, vehicle',
  'builder, building, construction, bricklayer, site, labourer, labouring',
  'plumber, plumbing, pipes, heating',
  'electrician, electrical, electrics, wiring',
  'carpenter, carpentry, joiner, joinery, woodwork, wood',
  'painter, decorator, painting, decorating',
  'gardener, gardening, garden, landscaping, plants, park ranger, grounds',
  'farm, farming, farmer, agriculture, orchard, vineyard',
  'animals, dogs, pets, vet, cats, zoo, horses, kennels, wildlife',
  'hairdresser, hairdressing, hair, barber, salon, stylist',
  'beauty, nails, makeup, make up, beautician, salon',
  'driver, driving, lorry, van, delivery, courier, hgv',
  'driving lessons, driving lesson, driving licence, driving license, learn to drive, learning to drive, theory test, driving theory, driving test, provisional',
  'bus, buses, coach, bus pass, travel card',
  'train, trains, railway, railcard, rail',
  'warehouse, picking, packing, logistics, forklift',
  'factory, manufacturing, production, assembly',
  'office, admin, administration, administrator, clerk, receptionist, reception, secretary, data entry',
  'computer, computers, it, tech, technology, digital, ict',
  'coding, code, programming, programmer, developer, software, python, web',
  'gaming, games, esports, video games',
  'website, web, websites, web design',
  'laptop, computer, tablet, device, data, wifi, wi fi, broadband, internet',
  'phone, mobile, sim, sim card, data',
  'law, legal, lawyer, solicitor, court, barrister, paralegal, law centre',
  'immigration, visa, asylum, refugee, home office, status, citizenship, leave to remain',
  'police, policing, crime, prison, probation, security',
  'security, guard, door supervisor, sia, bouncer',
  'fire, firefighter, firefighters, fireman, firemen, fire service, rescue',
  'army, military, forces, navy, cadets',
  'teacher, teaching, teaching assistant, school, classroom, tutor',
  'art, drawing, painting, creative, design, crafts, artist',
  'photography, photos, camera, photographer, film, video, media',
  'music, singing, guitar, dj, producer, studio, band, recording',
  'theatre, drama, acting, actor, stage, performing, dance',
  'radio, podcast, broadcasting, presenter, media',
  'writing, writer, journalism, poetry, books, reading, library',
  'museum, heritage, history, archive',
  'science, lab, laboratory, biology, chemistry, physics',
  'engineering, engineer, electronics, robotics, machines',
  'maths, math, mathematics, numeracy, gcse maths',
  'english, esol, speaking english, language, english language, efl, second language',
  'lessons, classes, class, course, tuition, workshop, training, learn',
  'college, sixth form, further education, level 3',
  'university, uni, degree, higher education, student, campus',
  'open day, taster day, insight day, visit, tour',
  'certificate, qualification, diploma, card, licence, license, ticket',
  'cscs, construction card, site card',
  'first aid, paramedic, ambulance, cpr',
  'gym, fitness, exercise, workout, leisure centre, swim, swimming',
  'swim, swimming, pool, swimmer',
  'football, footy, soccer',
  'sport, sports, boxing, running, athletics, rugby, basketball, cricket',
  'bike, bicycle, cycling, cycle, bikes',
  'walk, walking, hiking, ramble',
  'outdoors, outdoor, outside, nature, woodland, countryside, conservation, environment',
  'beach, coast, sea, seaside',
  'cinema, film, films, movie, movies',
  'tickets, ticket, show, concert, gig',
  'trip, trips, day out, days out, family day',
  'christmas, xmas, festive, new year',
  'dinner, lunch, meal, tea, breakfast, food',
  'barbecue, bbq, burgers, picnic',
  'accounting, accounts, accountant, accountancy, bookkeeping, finance, payroll',
  'meet people, meet new people, make friends, new friends, get out more, befriending, friend, together, social',
  'party, celebration, social, get together',
  'food bank, foodbank, food parcel, food parcels, groceries',
  'lonely, alone, loneliness, isolated, befriending, friend, friends, company, someone, listens',
  'friend, friends, friendship, befriender, befriending, buddy, company, mate, mates',
  'mentor, mentoring, role model, coach, coaching, guidance',
  'talk, chat, listen, listens, counselling, counsellor, someone, somebody',
  'someone, somebody, anyone, anybody',
  'mental health, down, low, wellbeing, well being, anxiety, anxious, depression, depressed, stress, stressed, counselling, therapy, therapist, sad, feelings, feel, mind',
  'angry, anger, stress, feelings',
  'drugs, alcohol, addiction, smoking, substance',
  'doctor, health, gp, medical',
  'pregnant, pregnancy, baby, parent, parents, mum, mums, dad, dads, parenting, family',
  'domestic abuse, abuse, violence, safe, safety, refuge',
  'scam, scams, online safety, fraud, privacy',
  'flat, house, home, room, accommodation, housing, place to live, somewhere to live, apartment, bedsit',
  'rent, renting, tenancy, landlord, tenant, deposit, guarantor',
  'homeless, homelessness, sofa surfing, eviction, evicted, nowhere to live',
  'furniture, sofa, bed, fridge, cooker, washing machine, white goods, setting up home, first home',
  'moving, move, moving in, removals, setting up home, first home, new home',
  'money, cash, grant, grants, funding, finance, finances, payment, bursary, bursaries',
  'benefits, universal credit, uc, pip, dwp, job centre, jobcentre',
  'debt, debts, owe, loan, loans, bills, arrears',
  'budget, budgeting, saving money, savings, save, spending',
  'bank, bank account, savings account, banking, account',
  'council tax, rates, tax bill',
  'cheap, discount, half price, reduced, money off, low cost, free, offers, deal, deals, per cent off, voucher',
  'free, no cost, costs nothing',
  'electric, gas, energy, heating, bills',
  'clothes, clothing, shirt, suit, interview clothes, outfit',
  'cv, resume, cover letter, application, applications, curriculum vitae',
  'interview, interviews, interview practice, mock interview',
  'tips, help, advice, practice, support, guidance',
  'careers, career, jobs fair, employability, what job',
  'no experience, no qualifications, trainee, beginner, beginners, entry level, starter, junior',
  'part time, parttime, few hours, flexible hours',
  'weekend, weekends, saturday, saturdays, sunday, sundays',
  'evening, evenings, night, nights, late',
  'early, mornings, morning, early starts',
  'passport, id, birth certificate, identity, documents, provisional',
  'translator, interpreter, translation, interpreting',
  'cooking, cook, recipes, meals, budget meals',
  'lgbt, lgbtq, gay, trans, pride, queer',
  'volunteer, volunteering, give back, helping others, charity',
  'recycling, bins, waste, refuse, rubbish',
  'council, local government, civil service, public sector',
  'customer service, call centre, contact centre, customers, helpdesk',
  'leader, manager, management, supervisor, team leader, leadership',
  'own business, self employed, start up, startup, entrepreneur, business',
  'religion, church, mosque, faith, prayer',
]

const splitGroup = (group: string) => group.split(',').map((word) => word.trim())

/** Every word or phrase with the others of its groups. */
function buildTable(): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, Set<string>>()
  for (const group of GROUPS.map(splitGroup)) {
    for (const word of group) {
      const others = table.get(word) ?? new Set<string>()
      for (const other of group) if (other !== word) others.add(other)
      table.set(word, others)
    }
  }
  return new Map([...table].map(([word, others]) => [word, [...others]]))
}

const TABLE = buildTable()

/** What else a word, or two words together, is called. */
export const synonymsOf = (word: string): readonly string[] => TABLE.get(word) ?? []

/** Whether these words together are a phrase with synonyms of its own. */
export const isPhrase = (words: string): boolean => TABLE.has(words)

/** Phrases of several words, in their words. */
const PHRASES: readonly (readonly string[])[] = [...TABLE.keys()]
  .filter((word) => word.includes(' '))
  .map((phrase) => phrase.split(' '))

/**
 * The phrase that some words are but for mistakes: as many words, each the same or one that `isMeant` takes for it.
 * @returns undefined when they are no phrase, or are one as they stand
 */
export function phraseLike(
  words: readonly string[],
  isMeant: (typed: string, word: string) => boolean,
): string | undefined {
  if (words.length < 2 || isPhrase(words.join(' '))) return undefined
  const found = PHRASES.find(
    (phrase) =>
      phrase.length === words.length &&
      phrase.every((word, at) => word === words[at] || isMeant(words[at] as string, word)),
  )
  return found?.join(' ')
}

/** The whole table, for an engine that keeps its own. */
export const allSynonyms = (): ReadonlyMap<string, readonly string[]> => TABLE
