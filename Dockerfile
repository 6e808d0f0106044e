# The image that every step of the pipeline runs in: `npm run build`, then `docker build .`
ARG NODE_IMAGE=node:24-slim
FROM ${NODE_IMAGE}
WORKDIR /app
COPY dist/ ./
USER 1000
ENTRYPOINT ["node", "/app/main.js"]
