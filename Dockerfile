# docs/deploying.md says how to run it. The official image has Node and its libraries, and is built anew when they have holes;
# the version is the one that package-lock.json pins (test/light-install.test.ts holds them together).
ARG NODE=24.21.0-trixie-slim

FROM node:${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run generate && npm run build -- --without-node /app
WORKDIR /app
RUN npm ci --omit=dev

FROM node:${NODE}
ENV NODE_ENV=production HOST=0.0.0.0 BASE_URL=http://localhost:3000 DATA_DIR=/data NODE_COMPILE_CACHE=/tmp/compiled PATH=/app/node_modules/.bin:$PATH
RUN install --directory --owner=node --group=node --mode=700 /data
WORKDIR /app
COPY --from=build /app .
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# Not npm, which would stand between the desk and the signals that end it.
CMD ["node", "--disable-warning=ExperimentalWarning", "src/server.ts"]
