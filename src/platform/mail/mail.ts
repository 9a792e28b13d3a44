/** How the way to a mail server is protected. */
export const MAIL_SECURITY = ["none", "starttls", "tls"] as const;
export type MailSecurity = (typeof MAIL_SECURITY)[number];

/** The server that takes mails, and as whom the program speaks to it. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly user: string | null;
  readonly password: string | null;
}

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Without angle brackets; the same for each try, so that a repeat is recognised. */
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * What became of a mail. `words` are the server's, or the machine's where it never spoke.
 * - `lasting`: another try would end in the same way
 * - `address`: it is this address that the server refuses
 * - `reached`: false where there was no talking with the server at all: others would fare no better now
 */
export type MailOutcome =
  | { readonly sent: true; readonly words: string }
  | {
      readonly sent: false;
      readonly words: string;
      readonly lasting: boolean;
      readonly address: boolean;
      readonly reached: boolean;
    };
