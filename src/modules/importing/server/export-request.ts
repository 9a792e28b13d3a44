/** What of an object is to be taken out, and as what. */
export interface ExportRequest {
  readonly object: string;
  readonly filter?: string;
  /** Only these records. */
  readonly ids?: readonly string[];
  readonly search?: string;
  readonly fields?: readonly string[];
  readonly format: "csv" | "xlsx";
  /**
   * With all that another installation needs to know of each record: its whole history, its stamps, where it
   * came from.
   */
  readonly history?: boolean;
  /** With the lines of each record: a row for each line, its record's columns repeated. */
  readonly lines?: boolean;
}
