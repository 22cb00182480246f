using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CognitoEvents;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace BedrockGateway.Compat.Tests.Lambda;

public sealed class SourceGeneratorLambdaJsonSerializerTests
{
    private readonly SourceGeneratorLambdaJsonSerializer<LambdaTestJsonContext> _serializer = new();

    [Fact]
    public void RestApiEvent_IsReadWithItsClaimsAndItsKey()
    {
        var request = Read<APIGatewayProxyRequest>("""
            {"resource":"/bedrock","path":"/bedrock","httpMethod":"POST","headers":{"Host":"h"},
             "multiValueHeaders":{"Host":["h"]},"queryStringParameters":null,"pathParameters":null,
             "stageVariables":null,"requestContext":{"stage":"prod","requestTimeEpoch":1701798272123,
              "identity":{"apiKey":"k","apiKeyId":"id","user":null},
              "authorizer":{"claims":{"sub":"s","exp":"Wed Dec 06 17:22:52 UTC 2023"}}},
             "body":"{}","isBase64Encoded":false}
            """);

        Assert.Equal("POST", request.HttpMethod);
        Assert.Equal(["h"], request.MultiValueHeaders["Host"]);
        Assert.Null(request.QueryStringParameters);
        Assert.Equal(1701798272123, request.RequestContext.RequestTimeEpoch);
        Assert.Equal("k", request.RequestContext.Identity.ApiKey);
        Assert.Equal("id", request.RequestContext.Identity.ApiKeyId);
        Assert.Equal(
            new Dictionary<string, string> { ["sub"] = "s", ["exp"] = "Wed Dec 06 17:22:52 UTC 2023" },
            request.RequestContext.Authorizer.Claims);
    }

    [Fact]
    public void RestApiReply_LeavesOutNullsAndEscapesLittle()
    {
        var json = Write(new APIGatewayProxyResponse
        {
            StatusCode = 200,
            MultiValueHeaders = new Dictionary<string, IList<string>> { ["Content-Type"] = [null!] },
            Body = "<å>",
        });

        Assert.Equal(
            """{"statusCode":200,"multiValueHeaders":{"Content-Type":[null]},"body":"<å>","isBase64Encoded":false}""",
            json);
    }

    [Fact]
    public void PreSignUpEvent_ComesBackAsItWasWithTheDecision()
    {
        var signUp = Read<CognitoPreSignupEvent>("""
            {"version":"1","region":"us-east-1","userPoolId":"us-east-1_X","userName":"u",
             "callerContext":{"awsSdkVersion":"v","clientId":"c"},"triggerSource":"PreSignUp_SignUp",
             "request":{"validationData":null,"clientMetadata":{"k":"v"},"userAttributes":{"email":"a@b.c"}},
             "response":{"autoConfirmUser":false,"autoVerifyPhone":false,"autoVerifyEmail":false}}
            """);
        signUp.Response.AutoConfirmUser = true;

        var expected = JsonNode.Parse("""
            {"version":"1","region":"us-east-1","userPoolId":"us-east-1_X","userName":"u",
             "callerContext":{"awsSdkVersion":"v","clientId":"c"},"triggerSource":"PreSignUp_SignUp",
             "request":{"clientMetadata":{"k":"v"},"userAttributes":{"email":"a@b.c"}},
             "response":{"autoConfirmUser":true,"autoVerifyPhone":false,"autoVerifyEmail":false}}
            """);
        Assert.Equal(expected!.ToJsonString(), Write(signUp));
    }

    [Fact]
    public void TypeThatTheContextLacks_IsNamed()
    {
        var failure = Assert.Throws<JsonSerializerException>(() => Read<Version>("{}"));

        Assert.Equal(
            "Error converting the Lambda event JSON payload to type System.Version: No JsonTypeInfo registered in "
            + "BedrockGateway.Compat.Tests.Lambda.LambdaTestJsonContext for type System.Version.",
            failure.Message);
    }

    private T Read<T>(string json) => _serializer.Deserialize<T>(new MemoryStream(Encoding.UTF8.GetBytes(json)));

    private string Write<T>(T value)
    {
        using var stream = new MemoryStream();
        _serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
