export interface FileColumn {
  readonly name: string;
  /** A few of its values, empty ones left out. */
  readonly samples: readonly string[];
  /** It stands on a sheet of lines, whose name comes before its title. */
  readonly isOfLines?: true;
}

/** How much of a column's values are names of records of an object. Nothing here: 0. */
export type NamesHere = (column: FileColumn, object: string) => number;
