export const distanceWords = (km: number) => `Within ${Math.round(km * 0.621)} miles`
export const startsWords = (days: number) =>
  days === 7 ? 'Within a week' : days === 30 ? 'Within a month' : 'Within 3 months'
