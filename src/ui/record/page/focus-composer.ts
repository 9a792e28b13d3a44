/** The cursor goes to where the next thing is logged, once it stands there. */
export const focusComposer = (): void =>
  void requestAnimationFrame(() =>
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('[data-part="composer"] textarea')?.focus(),
    ),
  );
