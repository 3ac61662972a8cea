import { defineConfig } from "prisma/config";

/** For `prisma generate` only: migrations are made and applied by scripts/ without Prisma's downloaded engine. */
export default defineConfig({ schema: "prisma/schema" });
