import { describe, expect, it } from "vitest";
import { DEFAULT_SECURITY } from "../shared/security.ts";
import { type Claims, nameOf } from "./oidc-person.ts";

const byMail = (claims: Claims) => nameOf({ ...DEFAULT_SECURITY.oidc, match: "email" }, claims);
const byLogin = (claims: Claims, claim = "preferred_username") =>
  nameOf({ ...DEFAULT_SECURITY.oidc, match: "login", login_claim: claim }, claims);
const email = "li.na@example.com";

describe("a person is found by a mail address", () => {
  it("that the provider has verified, without the blanks around it", () => {
    expect(byMail({ email, email_verified: true })).toBe(email);
    expect(byMail({ email: ` ${email} `, email_verified: true })).toBe(email);
  });

  it.for([
    ["says nothing of", undefined],
    ["denies", false],
    // Some send words: what is not the answer yes is none.
    ["writes as a word", "true"],
    ["counts", 1],
  ])("not where the provider %s having verified it", ([, email_verified]) => {
    expect(byMail({ email, email_verified })).toBeNull();
  });

  it.for([
    ["is missing", undefined],
    ["is empty", "  "],
    ["is a list", [email]],
    ["is no text", 7],
    ["is longer than any", `${"a".repeat(200)}@example.com`],
    ["holds what no database keeps", "li\0na@example.com"],
  ])("not where it %s", ([, given]) => {
    expect(byMail({ email: given, email_verified: true })).toBeNull();
  });

  it("never by a login instead", () => {
    expect(byMail({ preferred_username: "li.na" })).toBeNull();
  });
});

describe("a person is found by a login", () => {
  it("in the claim that the company names, whatever the mail address says", () => {
    expect(byLogin({ preferred_username: "li.na", email, email_verified: false })).toBe("li.na");
    expect(byLogin({ upn: "li.na@corp", preferred_username: "other" }, "upn")).toBe("li.na@corp");
  });

  it("not where the claim is missing, be there a verified mail address", () => {
    expect(byLogin({ email, email_verified: true })).toBeNull();
  });

  it("not by what every claim set has of itself", () => {
    expect(byLogin({}, "constructor")).toBeNull();
    expect(byLogin({}, "__proto__")).toBeNull();
  });
});
