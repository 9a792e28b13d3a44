import { label } from "../../../shared/i18n/label.ts";
import { defineObject } from "../../../shared/metadata/object.ts";

export const competitor = defineObject({
  name: "competitor",
  label: label("竞争对手", "Competitor"),
  plural: label("竞争对手", "Competitors"),
  icon: "flag",
  area: "deals",
  title: "name",
  sharing: "everyone",
  fields: {
    name: {
      kind: "text",
      label: label("名称", "Name"),
      required: true,
      indexed: true,
      searchable: true,
      max_length: 200,
    },
    website: { kind: "url", label: label("网站", "Website") },
    strengths: { kind: "long_text", label: label("优势", "Strengths") },
    weaknesses: { kind: "long_text", label: label("劣势", "Weaknesses") },
    response: {
      kind: "long_text",
      label: label("应对要点", "How to respond"),
      description: label("遇到这个对手时怎么谈", "What to say when you come up against them"),
    },
  },
  unique: [{ fields: ["name"], fold: true }],
  list: { columns: ["name", "strengths", "weaknesses", "website"], sort: "name" },
});
