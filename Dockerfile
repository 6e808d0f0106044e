# The image that every step of the pipeline runs in. `npm run image` builds it with docker, podman or buildah.
# Another base than the one below, for every stage.
ARG NODE_IMAGE

# The base by its literal name, which Dependabot reads and raises. Where NODE_IMAGE names another, neither stage is built.
FROM --platform=${BUILDPLATFORM} node:24-slim AS build-base
FROM node:24-slim AS runtime-base

# Both parts of dist/ are made on the processor that builds: under emulation, npm takes minutes.
FROM --platform=${BUILDPLATFORM} ${NODE_IMAGE:-build-base} AS manifests
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# <template-only>
COPY packages/argo-lint/package.json packages/argo-lint/
COPY packages/ml/package.json packages/ml/
COPY packages/workflow/package.json packages/workflow/
COPY packages/workflow/bin packages/workflow/bin
# </template-only>

# The image's program: the same bytes for every processor.
FROM manifests AS program
RUN npm ci --ignore-scripts
# <template-only>
COPY packages/argo-lint/src packages/argo-lint/src
COPY packages/ml/src packages/ml/src
COPY packages/workflow/src packages/workflow/src
# </template-only>
COPY src src
COPY tsconfig.json ./
RUN npm run --silent build -- --part program

# What cannot be bundled are packages of the processor that the image is for.
FROM manifests AS packages
ARG TARGETARCH
RUN cpu=$(echo "${TARGETARCH}" | sed 's/^amd64$/x64/') \
    && npm ci --ignore-scripts --omit=dev --os=linux --cpu="$cpu" \
    && npm run --silent build -- --part packages --cpu "$cpu"

# Node alone. The folder is for what Node compiles of each step's program.
FROM ${NODE_IMAGE:-runtime-base} AS runtime
RUN rm -rf /usr/local/lib/node_modules /usr/local/include /opt/yarn-* \
      /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg \
    && mkdir -p /app/compile-cache && chown 1000:1000 /app/compile-cache
WORKDIR /app
ENV NODE_ENV=production
ENTRYPOINT ["node", "/app/main.js"]
ARG SOURCE=""
ARG REVISION=""
ARG VERSION=""
ARG CREATED=""
LABEL org.opencontainers.image.source=${SOURCE} \
      org.opencontainers.image.revision=${REVISION} \
      org.opencontainers.image.version=${VERSION} \
      org.opencontainers.image.created=${CREATED}

# With a dist/ that lies there already: `--target prebuilt` needs no registry of packages.
FROM runtime AS prebuilt
COPY dist/ ./
USER 1000
RUN ["node", "/app/main.js", "compile"]

FROM runtime
COPY --from=program /build/dist/ ./
COPY --from=packages /build/dist/ ./
USER 1000
# What is compiled here, for this Node and this user, no pod compiles again.
RUN ["node", "/app/main.js", "compile"]
