"""The five steps of the template as a workflow of hera, printed as YAML."""

from hera.workflows import DAG, Artifact, Container, Parameter, S3Artifact, Workflow

IMAGE = "ghcr.io/your-name/diabetes-pipeline:0.1.0"


def step(name, inputs, outputs, parameters=()):
    return Container(
        name=name,
        image=IMAGE,
        command=["python", "/app/main.py"],
        args=["step", name],
        inputs=[Parameter(name=each) for each in parameters]
        + [Artifact(name=each, path=f"/tmp/inputs/{each}") for each in inputs],
        outputs=[S3Artifact(name=each, path=f"/tmp/outputs/{each}", key=f"{name}/{each}") for each in outputs],
    )


def given(names):
    return [Parameter(name=name, value=f"{{{{workflow.parameters.{name}}}}}") for name in names]


def passed(task, *names):
    return [task.get_artifact(name) for name in names]


split = ("testSize", "randomState", "stratify", "onBadRow")
parameters = {"testSize": "0.2", "randomState": "42", "stratify": "false", "onBadRow": "fail", "missing": "keep", "C": "1"}

with Workflow(
    generate_name="model-training-pipeline-",
    entrypoint="main",
    arguments=[Parameter(name=name, value=value) for name, value in parameters.items()],
) as workflow:
    load = step("load-and-split-dataset", ["dataset"], ["xTrain", "xTest", "yTrain", "yTest", "settings"], split)
    scale = step("feature-scaling", ["xTrain", "xTest"], ["xTrain", "xTest", "preprocessing"], ["missing"])
    train = step("model-training", ["xTrain", "yTrain", "preprocessing"], ["model"], ["C"])
    predict = step("make-predictions", ["model", "xTest"], ["yPred", "yScore"])
    evaluate = step(
        "evaluate",
        ["model", "xTrain", "yTrain", "yTest", "yPred", "yScore", "settings"],
        ["report", "page", "metrics", "rocCurve"],
    )
    with DAG(name="main"):
        dataset = S3Artifact(name="dataset", key="datasets/diabetes.csv")
        data = load(name="load-and-split-dataset", arguments=[*given(split), dataset])
        scaled = scale(name="feature-scaling", arguments=[*given(["missing"]), *passed(data, "xTrain", "xTest")])
        model = train(
            name="model-training",
            arguments=[*given(["C"]), *passed(scaled, "xTrain", "preprocessing"), *passed(data, "yTrain")],
        )
        predicted = predict(name="make-predictions", arguments=[*passed(model, "model"), *passed(scaled, "xTest")])
        evaluated = evaluate(
            name="evaluate",
            arguments=[
                *passed(model, "model"),
                *passed(data, "xTrain", "yTrain", "yTest", "settings"),
                *passed(predicted, "yPred", "yScore"),
            ],
        )
        data >> scaled >> model >> predicted >> evaluated

print(workflow.to_yaml())
