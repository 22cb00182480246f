using System.Text.Json;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Integrations;

/// <summary>The <c>requestContext</c> of a proxy event.</summary>
internal static class ProxyEventContext
{
    public static void Write(Utf8JsonWriter json, GatewayRequest request)
    {
        json.WriteStartObject("requestContext");
        json.WriteString("resourceId", request.Method?.Resource.Id);
        WriteAuthorizer(json, request);
        json.WriteString("resourcePath", request.Method?.Resource.Path);
        json.WriteString("httpMethod", request.Http.Request.Method);
        json.WriteString("extendedRequestId", request.ExtendedRequestId);
        json.WriteString("requestTime", request.RequestTime);
        json.WriteString("path", request.Target.FullPath);
        json.WriteString("accountId", request.AccountId);
        json.WriteString("protocol", request.Http.Request.Protocol);
        json.WriteString("stage", request.Stage.Name);
        json.WriteString("domainPrefix", request.DomainPrefix);
        json.WriteNumber("requestTimeEpoch", request.Received.ToUnixTimeMilliseconds());
        json.WriteString("requestId", request.RequestId);
        WriteIdentity(json, request);
        json.WriteString("domainName", request.DomainName);
        json.WriteString("deploymentId", request.DeploymentId);
        json.WriteString("apiId", request.ApiId);
        json.WriteEndObject();
    }

    // Absent, not null, where the method has no authorizer.
    private static void WriteAuthorizer(Utf8JsonWriter json, GatewayRequest request)
    {
        if (request.Claims is not { } claims)
        {
            return;
        }

        json.WriteStartObject("authorizer");
        json.WriteStartObject("claims");
        foreach (var (name, value) in claims)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter json, GatewayRequest request)
    {
        json.WriteStartObject("identity");
        json.WriteNull("cognitoIdentityPoolId");
        if (request.Key is { } key)
        {
            json.WriteString("apiKey", key.Value);
            json.WriteString("apiKeyId", key.Id);
        }

        json.WriteNull("accountId");
        json.WriteNull("cognitoIdentityId");
        json.WriteNull("caller");
        json.WriteString("sourceIp", request.SourceIp);
        json.WriteNull("principalOrgId");
        json.WriteNull("accessKey");
        json.WriteNull("cognitoAuthenticationType");
        json.WriteNull("cognitoAuthenticationProvider");
        json.WriteNull("userArn");
        var agent = request.Http.Request.Headers.UserAgent;
        json.WriteString("userAgent", agent.Count == 0 ? null : agent.ToString());
        json.WriteNull("user");
        json.WriteEndObject();
    }
}
