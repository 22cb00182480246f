import { client } from "./lib/openai.mjs";
import { report } from "./lib/report.mjs";

const embeddings = client().embeddings;

const length = (vector) => Number(Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0)).toFixed(3));

await report(async () => {
  const result = {};
  for (const model of ["amazon.titan-embed-text-v2:0", "amazon.titan-embed-text-v1", "cohere.embed-english-v3"]) {
    // The client asks for Base64 by itself, and reads it.
    const encoded = await embeddings.create({ model, input: ["one", "two", "one"] });
    const listed = await embeddings.create({ model, input: "two", encoding_format: "float" });
    const [one, two, again] = encoded.data.map((item) => item.embedding);
    result[model] = {
      object: encoded.object,
      indexes: encoded.data.map((item) => item.index),
      dimensions: [one.length, two.length],
      length: length(one),
      same:
        one.every((x, i) => x === again[i]) &&
        two.every((x, i) => Math.abs(x - listed.data[0].embedding[i]) < 1e-6),
      different: one.some((x, i) => x !== two[i]),
      usage: encoded.usage,
    };
  }

  const short = await embeddings.create({ model: "amazon.titan-embed-text-v2:0", input: "one", dimensions: 256 });
  const many = await embeddings.create({
    model: "cohere.embed-v4:0",
    dimensions: 256,
    input: Array.from({ length: 200 }, (_, index) => `text ${index}`),
  });
  return {
    ...result,
    short: short.data[0].embedding.length,
    many: [many.data.length, many.data[199].index, many.data[199].embedding.length],
  };
});
