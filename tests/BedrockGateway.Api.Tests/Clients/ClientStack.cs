namespace BedrockGateway.Api.Tests.Clients;

/// <summary>What the API needs of AWS beside models: a user pool, an API with a stage, and plans for keys.</summary>
internal static class ClientStack
{
    public const string Template =
        """
        {
          "Resources": {
            "Pool": {
              "Type": "AWS::Cognito::UserPool",
              "Properties": {
                "AutoVerifiedAttributes": ["email"],
                "UsernameConfiguration": { "CaseSensitive": false },
                "MfaConfiguration": "OPTIONAL",
                "EnabledMfas": ["SOFTWARE_TOKEN_MFA"],
                "Schema": [
                  { "Name": "email", "Required": true, "Mutable": true },
                  { "Name": "name", "Mutable": true },
                  { "Name": "api_key", "AttributeDataType": "String", "Mutable": true }
                ]
              }
            },
            "Client": {
              "Type": "AWS::Cognito::UserPoolClient",
              "Properties": {
                "UserPoolId": { "Ref": "Pool" },
                "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
              }
            },
            "Closed": {
              "Type": "AWS::Cognito::UserPoolGroup",
              "Properties": { "UserPoolId": { "Ref": "Pool" }, "GroupName": "closed" }
            },
            "Admins": {
              "Type": "AWS::Cognito::UserPoolGroup",
              "Properties": { "UserPoolId": { "Ref": "Pool" }, "GroupName": "admins" }
            },
            "InPro": {
              "Type": "AWS::Cognito::UserPoolGroup",
              "Properties": { "UserPoolId": { "Ref": "Pool" }, "GroupName": "plan-pro" }
            },
            "Api": { "Type": "AWS::ApiGateway::RestApi", "Properties": { "Name": "clients" } },
            "Root": {
              "Type": "AWS::ApiGateway::Method",
              "Properties": {
                "RestApiId": { "Ref": "Api" },
                "ResourceId": { "Fn::GetAtt": ["Api", "RootResourceId"] },
                "HttpMethod": "GET",
                "AuthorizationType": "NONE",
                "Integration": { "Type": "MOCK" }
              }
            },
            "Deployment": {
              "Type": "AWS::ApiGateway::Deployment",
              "DependsOn": ["Root"],
              "Properties": { "RestApiId": { "Ref": "Api" } }
            },
            "Stage": {
              "Type": "AWS::ApiGateway::Stage",
              "Properties": {
                "RestApiId": { "Ref": "Api" }, "DeploymentId": { "Ref": "Deployment" }, "StageName": "prod"
              }
            },
            "Plan": {
              "Type": "AWS::ApiGateway::UsagePlan",
              "Properties": {
                "Quota": { "Limit": 100000, "Period": "MONTH" },
                "ApiStages": [{ "ApiId": { "Ref": "Api" }, "Stage": { "Ref": "Stage" } }]
              }
            },
            "Pro": {
              "Type": "AWS::ApiGateway::UsagePlan",
              "Properties": {
                "UsagePlanName": "clients-pro",
                "Quota": { "Limit": 200000, "Period": "MONTH" },
                "ApiStages": [{ "ApiId": { "Ref": "Api" }, "Stage": { "Ref": "Stage" } }]
              }
            }
          },
          "Outputs": {
            "UserPoolId": { "Value": { "Ref": "Pool" } },
            "UserPoolClientId": { "Value": { "Ref": "Client" } },
            "RestApiId": { "Value": { "Ref": "Api" } },
            "StageName": { "Value": { "Ref": "Stage" } },
            "UsagePlanId": { "Value": { "Ref": "Plan" } },
            "Plans": { "Value": { "Fn::Sub": "{\"default\":{\"id\":\"${Plan}\"},\"pro\":{\"id\":\"${Pro}\"}}" } }
          }
        }
        """;
}
