"""Drives LocalAws with boto3, and fails on the first value that is wrong.

Works with every boto3 since 1.26 (Debian 12), which knows neither AWS_ENDPOINT_URL nor Bedrock: the address is passed on,
and services that the installed version lacks are named in the line that it prints.
"""

import json
import os
import threading
import time
import urllib.request

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

ENDPOINT = os.environ["AWS_ENDPOINT_URL"]
EMAIL, PASSWORD = "grace@example.com", "Compiler1!"
SESSION = boto3.session.Session()


def client(service, **settings):
    return SESSION.client(service, endpoint_url=ENDPOINT, config=Config(retries={"max_attempts": 0}, **settings))


def expect(what, expected, actual):
    assert actual == expected, f"{what}: expected {expected!r}, got {actual!r}"


def expect_fault(code, message, call, **arguments):
    try:
        reply = call(**arguments)
    except ClientError as fault:
        expect(f"code of {call.__name__}", code, fault.response["Error"]["Code"])
        if message is not None:
            expect(f"message of {call.__name__}", message, fault.response["Error"]["Message"])
    else:
        raise AssertionError(f"{call.__name__} should fail with {code}, and answered {reply!r}")


def small_services():
    expect("account", "000000000000", client("sts").get_caller_identity()["Account"])
    expect_fault("ParameterNotFound", "Parameter /absent not found.", client("ssm").get_parameter, Name="/absent")

    s3 = client("s3", s3={"addressing_style": "path"})
    s3.create_bucket(Bucket="boto")
    s3.put_object(Bucket="boto", Key="a b", Body=b"text", ContentType="text/plain")
    expect("object", b"text", s3.get_object(Bucket="boto", Key="a b")["Body"].read())
    expect("list", ["a b"], [entry["Key"] for entry in s3.list_objects_v2(Bucket="boto")["Contents"]])
    s3.delete_object(Bucket="boto", Key="a b")
    expect_fault("NoSuchKey", None, s3.get_object, Bucket="boto", Key="a b")


def cognito():
    idp = client("cognito-idp")
    pool = idp.create_user_pool(PoolName="users", AutoVerifiedAttributes=["email"])["UserPool"]["Id"]
    app = idp.create_user_pool_client(
        UserPoolId=pool,
        ClientName="app",
        ExplicitAuthFlows=["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
    )["UserPoolClient"]["ClientId"]
    person = {"ClientId": app, "Username": EMAIL, "UserAttributes": [{"Name": "email", "Value": EMAIL}]}
    sign_in = {"ClientId": app, "AuthFlow": "USER_PASSWORD_AUTH", "AuthParameters": {"USERNAME": EMAIL, "PASSWORD": PASSWORD}}

    expect_fault(
        "InvalidPasswordException",
        "Password did not conform with policy: Password must have symbol characters",
        idp.sign_up,
        Password="Compiler11",
        **person,
    )
    expect("delivery", "g***@e***", idp.sign_up(Password=PASSWORD, **person)["CodeDeliveryDetails"]["Destination"])
    expect_fault("UsernameExistsException", "User already exists", idp.sign_up, Password=PASSWORD, **person)
    expect_fault("UserNotConfirmedException", "User is not confirmed.", idp.initiate_auth, **sign_in)
    idp.admin_confirm_sign_up(UserPoolId=pool, Username=EMAIL)
    tokens = idp.initiate_auth(**sign_in)["AuthenticationResult"]
    expect("token type", ("Bearer", 3600), (tokens["TokenType"], tokens["ExpiresIn"]))
    refreshed = idp.initiate_auth(
        ClientId=app, AuthFlow="REFRESH_TOKEN_AUTH", AuthParameters={"REFRESH_TOKEN": tokens["RefreshToken"]}
    )["AuthenticationResult"]
    expect("refresh", False, "RefreshToken" in refreshed)
    idp.admin_update_user_attributes(UserPoolId=pool, Username=EMAIL, UserAttributes=[{"Name": "name", "Value": "Grace"}])
    attributes = idp.admin_get_user(UserPoolId=pool, Username=EMAIL)["UserAttributes"]
    expect("name", ["Grace"], [entry["Value"] for entry in attributes if entry["Name"] == "name"])
    users = idp.list_users(UserPoolId=pool, Filter=f'email = "{EMAIL}"')["Users"]
    expect("users", [(EMAIL, "CONFIRMED")], [(user["Username"], user["UserStatus"]) for user in users])
    idp.admin_delete_user(UserPoolId=pool, Username=EMAIL)
    expect_fault("UserNotFoundException", "User does not exist.", idp.initiate_auth, **sign_in)


def api_gateway():
    gateway = client("apigateway")
    key = gateway.create_api_key(name="boto-key", enabled=True)
    expect("key without its value", False, "value" in gateway.get_api_key(apiKey=key["id"]))
    expect("key", key["value"], gateway.get_api_key(apiKey=key["id"], includeValue=True)["value"])
    expect("keys", [key["id"]], [item["id"] for item in gateway.get_api_keys(nameQuery="boto-")["items"]])
    plan = gateway.create_usage_plan(
        name="plan", throttle={"rateLimit": 1.0, "burstLimit": 2}, quota={"limit": 25, "period": "DAY"}
    )
    expect("throttle", {"rateLimit": 1.0, "burstLimit": 2}, plan["throttle"])
    gateway.create_usage_plan_key(usagePlanId=plan["id"], keyId=key["id"], keyType="API_KEY")
    keys = gateway.get_usage_plan_keys(usagePlanId=plan["id"])["items"]
    expect("plan keys", [key["id"]], [item["id"] for item in keys])
    today = time.strftime("%Y-%m-%d", time.gmtime())
    expect("usage", plan["id"], gateway.get_usage(usagePlanId=plan["id"], startDate=today, endDate=today)["usagePlanId"])
    gateway.delete_usage_plan_key(usagePlanId=plan["id"], keyId=key["id"])
    gateway.delete_api_key(apiKey=key["id"])
    expect_fault("NotFoundException", "Invalid API Key identifier specified", gateway.get_api_key, apiKey=key["id"])


def stack_status(cloud_formation, name):
    for _ in range(100):
        status = cloud_formation.describe_stacks(StackName=name)["Stacks"][0]["StackStatus"]
        if not status.endswith("_IN_PROGRESS"):
            return status
        time.sleep(0.1)
    raise AssertionError(f"Stack {name} stays {status}")


def cloud_formation_and_lambda(runtime_api, function):
    cloud_formation = client("cloudformation")
    expect_fault(
        "ValidationError", "Stack with id boto does not exist", cloud_formation.describe_stacks, StackName="boto"
    )
    client("s3").put_object(Bucket="boto", Key="function.zip", Body=b"zip")
    role = "arn:aws:iam::000000000000:role/boto"
    template = {
        "Resources": {
            "Function": {
                "Type": "AWS::Lambda::Function",
                "Properties": {
                    "FunctionName": function, "Runtime": "provided.al2023", "Handler": "bootstrap", "Role": role,
                    "Timeout": 5, "Code": {"S3Bucket": "boto", "S3Key": "function.zip"},
                },
            }
        },
        "Outputs": {"Arn": {"Value": {"Fn::GetAtt": ["Function", "Arn"]}}},
    }
    stack = cloud_formation.create_stack(StackName="boto", TemplateBody=json.dumps(template))["StackId"]
    expect("stack", "CREATE_COMPLETE", stack_status(cloud_formation, "boto"))
    arn = f"arn:aws:lambda:us-east-1:000000000000:function:{function}"
    outputs = cloud_formation.describe_stacks(StackName="boto")["Stacks"][0]["Outputs"]
    expect("outputs", [("Arn", arn)], [(output["OutputKey"], output["OutputValue"]) for output in outputs])

    threading.Thread(target=answer_one, args=[f"http://{runtime_api}/2018-06-01/runtime/invocation"], daemon=True).start()
    reply = client("lambda").invoke(FunctionName=function, Payload=json.dumps({"name": "Grace"}))
    expect("invocation", (200, {"echo": {"name": "Grace"}}), (reply["StatusCode"], json.load(reply["Payload"])))

    cloud_formation.delete_stack(StackName="boto")
    expect("deleted stack", "DELETE_COMPLETE", stack_status(cloud_formation, stack))


def answer_one(invocation):
    """The function: takes one event from the Runtime API and returns it."""
    with urllib.request.urlopen(f"{invocation}/next") as event:
        identifier = event.headers["Lambda-Runtime-Aws-Request-Id"]
        echo = json.dumps({"echo": json.load(event)}).encode()
    urllib.request.urlopen(urllib.request.Request(f"{invocation}/{identifier}/response", data=echo, method="POST")).close()


def bedrock():
    models = client("bedrock").list_foundation_models(byProvider="amazon", byOutputModality="TEXT")["modelSummaries"]
    expect("Nova Lite", True, "amazon.nova-lite-v1:0" in [model["modelId"] for model in models])
    runtime = client("bedrock-runtime")
    reply = runtime.invoke_model(modelId="ai21.j2-mid-v1", body=json.dumps({"prompt": "Hello World!"}))
    text = json.load(reply["body"])["completions"][0]["data"]["text"]
    expect("text", True, text.startswith('\nJurassic-2 Mid heard "Hello World!" in request '))
    expect_fault(
        "ValidationException",
        "The provided model identifier is invalid.",
        runtime.invoke_model,
        modelId="amazon.absent-v1",
        body=b"{}",
    )


def main():
    small_services()
    cognito()
    api_gateway()
    cloud_formation_and_lambda(os.environ["RUNTIME_API"], os.environ["FUNCTION_NAME"])
    lacking = sorted({"bedrock", "bedrock-runtime"} - set(SESSION.get_available_services()))
    if not lacking:
        bedrock()
    print(json.dumps({"version": boto3.__version__, "lacking": lacking}))


main()
