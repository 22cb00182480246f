using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Storage;

/// <summary>Callers that write as fast as they can until nobody answers, and know what was acknowledged.</summary>
internal sealed class WriteBurst(Uri endpoint, string round) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = endpoint };
    private readonly ConcurrentBag<Func<WriteBurst, Task<bool>>> _acknowledged = [];
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _writes;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public int Writes => _acknowledged.Count;

    /// <summary>A pool with a client, whose id is returned with the pool's.</summary>
    public async Task<(string PoolId, string ClientId)> CreatePoolAsync()
    {
        var pool = await CognitoAsync("CreateUserPool", """{"PoolName":"people"}""");
        var poolId = (string)pool["UserPool"]!["Id"]!;
        var client = await CognitoAsync(
            "CreateUserPoolClient", $$"""{"UserPoolId":"{{poolId}}","ClientName":"client"}""");
        return (poolId, (string)client["UserPoolClient"]!["ClientId"]!);
    }

    /// <summary>
    /// Writes until <paramref name="enough"/> writes are acknowledged, and kills in the midst of more.
    /// </summary>
    public async Task RunAsync((string PoolId, string ClientId) people, int enough, Func<Task> killAsync)
    {
        // A sign-up takes a slow hash, so that one caller is enough.
        Func<int, Task<Func<WriteBurst, Task<bool>>>>[] kinds =
        [
            PutParameterAsync, PutParameterAsync, CreateApiKeyAsync, CreateApiKeyAsync,
            number => SignUpAsync(people, number),
        ];
        var callers = kinds.Select(kind => WriteAsync(kind, enough)).ToArray();
        await Task.WhenAny(_enough.Task, Task.WhenAll(callers)).WaitAsync(Token);
        await killAsync();
        await Task.WhenAll(callers).WaitAsync(Token);
    }

    /// <summary>How many of another burst's acknowledged writes are not to be found here.</summary>
    public async Task<int> CountLostAsync(WriteBurst before)
    {
        var found = await Task.WhenAll(before._acknowledged.Select(look => look(this)));
        return found.Count(isThere => !isThere);
    }

    public void Dispose() => _http.Dispose();

    private async Task WriteAsync(Func<int, Task<Func<WriteBurst, Task<bool>>>> write, int enough)
    {
        while (true)
        {
            try
            {
                _acknowledged.Add(await write(Interlocked.Increment(ref _writes)));
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                return;
            }

            if (_acknowledged.Count >= enough)
            {
                _enough.TrySetResult();
            }
        }
    }

    private async Task<Func<WriteBurst, Task<bool>>> PutParameterAsync(int number)
    {
        var name = $"/{round}/{number}";
        await SendAsync(
            "AmazonSSM.PutParameter", $$"""{"Name":"{{name}}","Type":"String","Value":"{{number}}"}""");
        return async later => (await later.TrySendAsync("AmazonSSM.GetParameter", $$"""{"Name":"{{name}}"}"""))
            is (HttpStatusCode.OK, var read) && (string?)read["Parameter"]!["Value"] == $"{number}";
    }

    private async Task<Func<WriteBurst, Task<bool>>> CreateApiKeyAsync(int number)
    {
        using var request = ApiGateway(HttpMethod.Post, "/apikeys");
        request.Content = new StringContent($$"""{"name":"{{round}}-{{number}}","enabled":true}""");
        using var response = await _http.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var key = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!.AsObject();
        // Said when it is read, and not when it is made.
        key["tags"] = new JsonObject();
        return async later =>
        {
            using var ask = ApiGateway(HttpMethod.Get, $"/apikeys/{key["id"]}?includeValue=true");
            using var answer = await later._http.SendAsync(ask, Token);
            return answer.IsSuccessStatusCode
                && JsonNode.DeepEquals(key, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token)));
        };
    }

    private async Task<Func<WriteBurst, Task<bool>>> SignUpAsync((string PoolId, string ClientId) people, int number)
    {
        var name = $"{round}-{number}";
        var made = await CognitoAsync(
            "SignUp",
            $$"""{"ClientId":"{{people.ClientId}}","Username":"{{name}}","Password":"Correct-Horse-9"}""");
        return async later => (await later.TrySendAsync(
                "AWSCognitoIdentityProviderService.AdminGetUser",
                $$"""{"UserPoolId":"{{people.PoolId}}","Username":"{{name}}"}"""))
            is (HttpStatusCode.OK, var user)
            && (string?)user["UserAttributes"]![0]!["Value"] == (string?)made["UserSub"];
    }

    private static HttpRequestMessage ApiGateway(HttpMethod verb, string path)
    {
        var request = new HttpRequestMessage(verb, path);
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=test/20260102/us-east-1/apigateway/aws4_request");
        return request;
    }

    private Task<JsonNode> CognitoAsync(string operation, string body) =>
        SendAsync($"AWSCognitoIdentityProviderService.{operation}", body);

    private async Task<JsonNode> SendAsync(string target, string body)
    {
        var (status, reply) = await TrySendAsync(target, body);
        Assert.True(status == HttpStatusCode.OK, reply.ToJsonString());
        return reply;
    }

    private async Task<(HttpStatusCode Status, JsonNode Reply)> TrySendAsync(string target, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body) };
        request.Headers.Add("X-Amz-Target", target);
        using var response = await _http.SendAsync(request, Token);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!);
    }
}
