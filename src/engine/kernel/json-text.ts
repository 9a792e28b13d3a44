/** An answer that is JSON already: it is sent as it stands. */
export class JsonText {
  constructor(readonly json: string) {}
}
