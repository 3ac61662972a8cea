# The product as an image: built from a checkout, run without npm, compilers or anything to write to but /tmp.
# docker build -t uratori . ; compose.yaml runs it with PostgreSQL and TLS. docs/operate.md tells the rest.
ARG NODE=24-bookworm-slim

FROM node:${NODE} AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund --loglevel=error
COPY . .
RUN npm run build -- --without-postgres

FROM debian:bookworm-slim
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build --chown=0:0 /src/.product /opt/uratori
# An account that owns nothing; what it writes is gone with the container.
USER 10001:10001
WORKDIR /opt/uratori
ENV NODE_ENV=production PORT=3000 HOME=/tmp
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/serve.mjs"]
