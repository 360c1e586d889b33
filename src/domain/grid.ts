/** A kilometre square of the British National Grid, by the numbers of its south-west corner. */
export type GridCell = { east: number; north: number }

/** Distance as the crow flies between two kilometre squares, from middle to middle. */
export function distanceKm(from: GridCell, to: GridCell): number {
  return Math.hypot(from.east - to.east, from.north - to.north)
}

export type LatLng = { lat: number; lng: number }

/** The Airy 1830 ellipsoid and the projection of the National Grid, in metres and radians. */
const GRID = { a: 6_377_563.396, b: 6_356_256.909, scale: 0.9996012717, lat: rad(49), lng: rad(-2) }
const ORIGIN = { east: 400_000, north: -100_000 }

/** The ellipsoid of WGS84. */
const WORLD = { a: 6_378_137, b: 6_356_752.3142 }

/** From OSGB36 to WGS84: metres, parts of a whole and radians; good to about 5 metres. */
const SHIFT = {
  x: 446.448,
  y: -125.157,
  z: 542.06,
  scale: -20.4894e-6,
  turnX: rad(0.1502 / 3600),
  turnY: rad(0.247 / 3600),
  turnZ: rad(0.8421 / 3600),
}

/**
 * The middle of a kilometre square in degrees of WGS84, rounded to about 10 metres.
 * Source: Ordnance Survey, A guide to coordinate systems in Great Britain, annexes B and C.
 */
export function latLngOf({ east, north }: GridCell): LatLng {
  const { lat, lng } = shifted(unprojected(east * 1000 + 500, north * 1000 + 500))
  return { lat: Math.round(deg(lat) * 1e4) / 1e4, lng: Math.round(deg(lng) * 1e4) / 1e4 }
}

function rad(degrees: number): number {
  return (degrees * Math.PI) / 180
}

function deg(radians: number): number {
  return (radians * 180) / Math.PI
}

/** Metres along the meridian from the grid's true origin to a latitude. */
function meridian(lat: number): number {
  const n = (GRID.a - GRID.b) / (GRID.a + GRID.b)
  const [minus, plus] = [lat - GRID.lat, lat + GRID.lat]
  return (
    GRID.b *
    GRID.scale *
    ((1 + n + (5 / 4) * n ** 2 + (5 / 4) * n ** 3) * minus -
      (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(minus) * Math.cos(plus) +
      ((15 / 8) * n ** 2 + (15 / 8) * n ** 3) * Math.sin(2 * minus) * Math.cos(2 * plus) -
      (35 / 24) * n ** 3 * Math.sin(3 * minus) * Math.cos(3 * plus))
  )
}

/** The inverse transverse Mercator projection, on the Airy ellipsoid. */
function unprojected(east: number, north: number): LatLng {
  let lat = GRID.lat
  let rest = north - ORIGIN.north
  while (Math.abs(rest) > 0.001) {
    lat += rest / (GRID.a * GRID.scale)
    rest = north - ORIGIN.north - meridian(lat)
  }
  const e2 = 1 - GRID.b ** 2 / GRID.a ** 2
  const bend = 1 - e2 * Math.sin(lat) ** 2
  const nu = (GRID.a * GRID.scale) / Math.sqrt(bend)
  const rho = (GRID.a * GRID.scale * (1 - e2)) / bend ** 1.5
  const eta2 = nu / rho - 1
  const [tan, sec, out] = [Math.tan(lat), 1 / Math.cos(lat), east - ORIGIN.east]
  return {
    lat:
      lat -
      (tan / (2 * rho * nu)) * out ** 2 +
      (tan / (24 * rho * nu ** 3)) * (5 + 3 * tan ** 2 + eta2 - 9 * tan ** 2 * eta2) * out ** 4 -
      (tan / (720 * rho * nu ** 5)) * (61 + 90 * tan ** 2 + 45 * tan ** 4) * out ** 6,
    lng:
      GRID.lng +
      (sec / nu) * out -
      (sec / (6 * nu ** 3)) * (nu / rho + 2 * tan ** 2) * out ** 3 +
      (sec / (120 * nu ** 5)) * (5 + 28 * tan ** 2 + 24 * tan ** 4) * out ** 5 -
      (sec / (5040 * nu ** 7)) * (61 + 662 * tan ** 2 + 1320 * tan ** 4 + 720 * tan ** 6) * out ** 7,
  }
}

/** From one ellipsoid to the other, through the middle of the Earth; heights do not matter here. */
function shifted({ lat, lng }: LatLng): LatLng {
  const e2 = 1 - GRID.b ** 2 / GRID.a ** 2
  const nu = GRID.a / Math.sqrt(1 - e2 * Math.sin(lat) ** 2)
  const [x, y, z] = [
    nu * Math.cos(lat) * Math.cos(lng),
    nu * Math.cos(lat) * Math.sin(lng),
    nu * (1 - e2) * Math.sin(lat),
  ]
  const grown = 1 + SHIFT.scale
  const [wx, wy, wz] = [
    SHIFT.x + x * grown - y * SHIFT.turnZ + z * SHIFT.turnY,
    SHIFT.y + x * SHIFT.turnZ + y * grown - z * SHIFT.turnX,
    SHIFT.z - x * SHIFT.turnY + y * SHIFT.turnX + z * grown,
  ]
  const worldE2 = 1 - WORLD.b ** 2 / WORLD.a ** 2
  const flat = Math.hypot(wx, wy)
  let found = Math.atan2(wz, flat * (1 - worldE2))
  for (let round = 0; round < 5; round += 1) {
    const bend = WORLD.a / Math.sqrt(1 - worldE2 * Math.sin(found) ** 2)
    found = Math.atan2(wz + worldE2 * bend * Math.sin(found), flat)
  }
  return { lat: found, lng: Math.atan2(wy, wx) }
}
