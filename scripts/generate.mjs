import { clientIsCurrent, generateClient } from "./prisma-client.mjs";
import { step } from "./progress.mjs";
import { run } from "./refusal.mjs";

await run(async () => {
  if (clientIsCurrent()) console.log("✓ prisma client is current");
  else await step("prisma client", generateClient);
});
