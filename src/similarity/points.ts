/**
 * Whole points in the proportion of the values, whose sum is exactly `total`: each value in hundredths is cut down, and
 * what is left over goes to those that lost most.
 */
export function sharePoints(
  lines: readonly { readonly label: string; readonly value: number }[],
  total: number,
): { readonly label: string; readonly points: number }[] {
  const exact = lines.map(({ value }) => value * 100);
  const points = exact.map(Math.floor);
  const order = exact
    .map((value, at) => ({ at, lost: value - Math.floor(value) }))
    .sort((a, b) => b.lost - a.lost || a.at - b.at);
  let left = total - points.reduce((sum, one) => sum + one, 0);
  for (let turn = 0; left !== 0 && order.length > 0; turn++) {
    const at = order[turn % order.length]?.at ?? 0;
    points[at] = (points[at] ?? 0) + Math.sign(left);
    left -= Math.sign(left);
  }
  return lines
    .map(({ label }, at) => ({ label, points: points[at] ?? 0 }))
    .filter(({ points: one }) => one !== 0);
}
