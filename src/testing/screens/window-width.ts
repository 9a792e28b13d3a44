let width = 1280;
/** How wide the window is, in pixels; screens ask by media queries. */
export const setWidth = (pixels: number): void => {
  width = pixels;
};
export const widthNow = (): number => width;
