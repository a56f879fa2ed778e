/** Where a picture has changed, it flashes once. */

/** Beyond so many places it is the picture that has changed. */
const MOST = 60;

export function flash(renewed: readonly Element[]): void {
  if (renewed.length > MOST) return;
  for (const element of renewed) element.classList.remove('pw-renewed');
  // A class that is taken away and put back in one go begins no new animation; the page is laid out once for all of them.
  void renewed[0]?.getBoundingClientRect();
  for (const element of renewed) {
    element.classList.add('pw-renewed');
    element.addEventListener('animationend', () => element.classList.remove('pw-renewed'), { once: true });
  }
}
