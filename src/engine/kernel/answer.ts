/** An answer whose status is not the route's. */
export class Answer {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {}
}
