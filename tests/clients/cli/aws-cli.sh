#!/usr/bin/env bash
# Drives LocalAws with the AWS CLI, and fails on the first value that is wrong. AWS names the program, where it is not on
# the PATH. The CLI of Debian 12 knows neither AWS_ENDPOINT_URL nor Bedrock: the address is passed on, and what the
# installed version lacks is named in the line of JSON that this prints.
set -euo pipefail

: "${AWS:=aws}" "${AWS_ENDPOINT_URL:?}"
export AWS_PAGER="" AWS_MAX_ATTEMPTS=1 AWS_DEFAULT_REGION="${AWS_REGION:-us-east-1}"

call() { "$AWS" --endpoint-url "$AWS_ENDPOINT_URL" --output text "$@"; }

# expect <expected> <arguments of the CLI>
expect() {
  local expected=$1 actual
  shift
  actual=$(call "$@")
  [ "$actual" = "$expected" ] || { echo "aws $*: expected '$expected', got '$actual'" >&2; exit 1; }
}

# expect_fault <code and message> <arguments of the CLI>
expect_fault() {
  local expected=$1 actual
  shift
  if actual=$(call "$@" 2>&1); then
    echo "aws $*: a fault was expected, got '$actual'" >&2
    exit 1
  fi
  [[ $actual == *"$expected"* ]] || { echo "aws $*: expected '$expected', got '$actual'" >&2; exit 1; }
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

expect 000000000000 sts get-caller-identity --query Account
expect_fault "(ParameterNotFound)" ssm get-parameter --name /absent

call s3api create-bucket --bucket cli > /dev/null
echo -n text > "$folder/file"
call s3api put-object --bucket cli --key file --body "$folder/file" > /dev/null
call s3 cp s3://cli/file "$folder/copy" --quiet
[ "$(cat "$folder/copy")" = text ] || { echo "s3 cp brought something else back" >&2; exit 1; }

email=barbara@example.com password=Liskov-1987
pool=$(call cognito-idp create-user-pool --pool-name users --auto-verified-attributes email --query UserPool.Id)
client=$(call cognito-idp create-user-pool-client --user-pool-id "$pool" --client-name app \
  --explicit-auth-flows ALLOW_USER_PASSWORD_AUTH ALLOW_REFRESH_TOKEN_AUTH --query UserPoolClient.ClientId)
sign_up=(cognito-idp sign-up --client-id "$client" --username "$email" --user-attributes "Name=email,Value=$email")
sign_in=(cognito-idp initiate-auth --client-id "$client" --auth-flow USER_PASSWORD_AUTH
  --auth-parameters "USERNAME=$email,PASSWORD=$password")
expect_fault "(InvalidPasswordException)" "${sign_up[@]}" --password short
expect False "${sign_up[@]}" --password "$password" --query UserConfirmed
expect_fault "User already exists" "${sign_up[@]}" --password "$password"
expect_fault "User is not confirmed." "${sign_in[@]}"
call cognito-idp admin-confirm-sign-up --user-pool-id "$pool" --username "$email" > /dev/null
expect Bearer "${sign_in[@]}" --query AuthenticationResult.TokenType
expect CONFIRMED cognito-idp admin-get-user --user-pool-id "$pool" --username "$email" --query UserStatus
expect "$email" cognito-idp list-users --user-pool-id "$pool" --query 'Users[].Username'
call cognito-idp admin-delete-user --user-pool-id "$pool" --username "$email" > /dev/null

key=$(call apigateway create-api-key --name cli-key --enabled --query id)
plan=$(call apigateway create-usage-plan --name cli --throttle rateLimit=1,burstLimit=2 --quota limit=25,period=DAY --query id)
expect "$key" apigateway create-usage-plan-key --usage-plan-id "$plan" --key-id "$key" --key-type API_KEY --query id
expect cli-key apigateway get-usage-plan-keys --usage-plan-id "$plan" --query 'items[].name'
call apigateway delete-api-key --api-key "$key" > /dev/null
expect_fault "Invalid API Key identifier specified" apigateway get-api-key --api-key "$key"

cat > "$folder/template.json" << 'TEMPLATE'
{ "Resources": { "P": { "Type": "AWS::SSM::Parameter", "Properties": { "Type": "String", "Name": "/cli", "Value": "one" } } },
  "Outputs": { "Name": { "Value": { "Ref": "P" } } } }
TEMPLATE
expect_fault "Stack with id cli does not exist" cloudformation describe-stacks --stack-name cli
call cloudformation create-stack --stack-name cli --template-body "file://$folder/template.json" > /dev/null
call cloudformation wait stack-create-complete --stack-name cli
expect /cli cloudformation describe-stacks --stack-name cli --query 'Stacks[0].Outputs[0].OutputValue'
expect one ssm get-parameter --name /cli --query Parameter.Value
call cloudformation delete-stack --stack-name cli > /dev/null
expect_fault "Function not found" lambda get-function --function-name absent

version=$("$AWS" --version 2>&1 | cut -d' ' -f1)
lacking='[]'
if "$AWS" bedrock-runtime help > /dev/null 2>&1; then
  expect "Nova Lite" bedrock get-foundation-model --model-identifier amazon.nova-lite-v1:0 --query modelDetails.modelName
  echo -n '{"prompt":"Hello"}' > "$folder/body"
  call bedrock-runtime invoke-model --model-id meta.llama2-13b-chat-v1 --body "fileb://$folder/body" "$folder/reply" > /dev/null
  grep -q 'Llama 2 Chat 13B heard' "$folder/reply" || { echo "invoke-model: $(cat "$folder/reply")" >&2; exit 1; }
else
  lacking='["bedrock","bedrock-runtime"]'
fi
echo "{\"version\":\"$version\",\"lacking\":$lacking}"
