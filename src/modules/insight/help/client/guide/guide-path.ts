export const guidePath = (page: string, anchor = ""): string =>
  `/guide/${page}${anchor ? `#${encodeURIComponent(anchor)}` : ""}`;
