# syntax=docker/dockerfile:1
# Release QA as a service, with the default model inside. It starts without a network, as no
# particular user, on a root file system that nothing is written to; all that changes is in /data.
#
#   docker build --tag release-qa .
#
# PyTorch makes the model's graph here, at build time, and is not in the image: the service runs the
# graph. Nor is what fits, measures and tests. README.md has the commands to run it.

FROM python:3.13-slim-bookworm AS graph
WORKDIR /src
COPY pyproject.toml requirements.lock README.md LICENSE ./
COPY scripts scripts
COPY embeddings embeddings
COPY qa qa
COPY seeds seeds
# Making a library makes the graph too.
RUN scripts/setup \
    && QA_GRAPHS=/graphs .venv/bin/qa add seeds --data /tmp/data


FROM python:3.13-slim-bookworm AS packages
# Packages of requirements.lock that no question, release or request needs.
ARG LEFT_OUT="ast-serialize cloudpickle execnet fsspec hf-xet huggingface-hub hypothesis \
    iniconfig ir-measures joblib librt ml-dtypes mpmath mypy mypy-extensions narwhals networkx onnx \
    onnx-ir onnxscript pathspec pluggy pytest pytest-xdist pytrec-eval-terrier regex ruff \
    safetensors scikit-learn scipy sentence-transformers sortedcontainers sympy threadpoolctl \
    transformers"
WORKDIR /src
COPY pyproject.toml requirements.lock README.md LICENSE ./
# A requirement begins at the margin, and its hashes are indented.
RUN awk -v left_out="$LEFT_OUT" ' \
        BEGIN { split(left_out, names, " "); for (i in names) out[names[i] "=="] = 1 } \
        /^[^ #]/ { skip = substr($1, 1, index($1, "==") + 1) in out } \
        !skip' requirements.lock >kept.lock \
    && python -m venv /opt/release-qa \
    && /opt/release-qa/bin/pip install --no-cache-dir --no-deps --require-hashes -r kept.lock
COPY embeddings embeddings
COPY qa qa
RUN /opt/release-qa/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
    && /opt/release-qa/bin/pip uninstall --yes setuptools pip


FROM python:3.13-slim-bookworm
COPY --from=packages /opt/release-qa /opt/release-qa
COPY --from=graph /graphs /opt/release-qa/graphs
COPY seeds /opt/release-qa/seeds
# Today is UTC's here. For Korean releases: docker run --env QA_TIMEZONE=Asia/Seoul.
# A number of no other user's: the volume takes it over when it is made.
RUN install --directory --owner=10001 --group=10001 /data
ENV PATH=/opt/release-qa/bin:$PATH \
    HOME=/tmp \
    PYTHONDONTWRITEBYTECODE=1 \
    QA_DATA=/data \
    QA_GRAPHS=/opt/release-qa/graphs
USER 10001:10001
WORKDIR /opt/release-qa
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/healthz')"]
ENTRYPOINT ["qa"]
CMD ["serve", "--host", "0.0.0.0", "--releases", "seeds"]
