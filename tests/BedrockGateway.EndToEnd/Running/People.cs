using System.Collections.Concurrent;
using System.Net;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd.Running;

/// <summary>The people whom the tests register, all of whom leave at the end with their keys.</summary>
/// <param name="client">The gateway.</param>
/// <param name="admin">Confirms them where nobody else does, and removes them.</param>
/// <param name="domain">Where their addresses are; <see langword="null"/> when any will do.</param>
/// <param name="keyPatience">How long it may take until the gateway knows a new key.</param>
internal sealed class People(GatewayClient client, AdminClient admin, string? domain, TimeSpan keyPatience)
    : IAsyncDisposable
{
    private static readonly TimeSpan LookPause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<string> _addresses = new();
    private readonly SemaphoreSlim _turn = new(1);
    private Member? _current;
    private int _left;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>An address that nobody has, and that is cleaned up whatever becomes of it.</summary>
    /// <remarks>Without a domain Cognito mails a code; Amazon's mailbox simulator takes it from any label.</remarks>
    public string NewAddress() =>
        domain is null ? NewAddress("success+", "simulator.amazonses.com") : NewAddress("", domain);

    /// <summary>An address of a domain of its own choice.</summary>
    public string NewAddress(string prefix, string domainName)
    {
        var address = $"{prefix}e2e-{Guid.NewGuid():N}@{domainName}";
        _addresses.Enqueue(address);
        return address;
    }

    /// <summary>Somebody of whom nothing is known but that the quota allows another few requests.</summary>
    /// <param name="requests">How many.</param>
    public async Task<Member> SomebodyAsync(int requests = 1)
    {
        await _turn.WaitAsync(Token);
        try
        {
            if (_current is null || _left < requests)
            {
                _current = await EnrolAsync();
                // A reserve, because API Gateway does not promise to count exactly.
                _left = (await LimitsOfAsync(_current)).Quota * 4 / 5;
            }

            _left -= requests;
            return _current;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Somebody who has made no request yet.</summary>
    public async Task<Member> EnrolAsync()
    {
        var member = await client.EnrolAsync(NewAddress(), ConfirmAsync);
        await UntilKeyIsKnownAsync(member);
        return member;
    }

    /// <summary>Confirms an address where the registration alone does not.</summary>
    public Task ConfirmAsync(string email) =>
        domain is null ? admin.ConfirmAsync(email, Token) : Task.CompletedTask;

    public Task<KeyLimits> LimitsOfAsync(Member member) => admin.LimitsOfAsync(SubjectOf(member), Token);

    public async ValueTask DisposeAsync()
    {
        // The run may have been cancelled; what it made has to go all the same.
        var token = CancellationToken.None;
        var subjects = new HashSet<string>();
        foreach (var address in _addresses)
        {
            if (await admin.FindSubjectAsync(address, token) is { } subject)
            {
                subjects.Add(subject);
                await admin.DeleteUserAsync(address, token);
            }
        }

        if (subjects.Count > 0)
        {
            foreach (var key in await admin.KeysOfAsync(subjects, token))
            {
                await admin.DeleteKeyAsync(key, token);
            }
        }

        _turn.Dispose();
    }

    private static string SubjectOf(Member member) => (string)TokenText.Claims(member.IdToken)["sub"]!;

    // On AWS a key works some seconds after it was added to its plan.
    private async Task UntilKeyIsKnownAsync(Member member)
    {
        if (keyPatience == TimeSpan.Zero)
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(keyPatience);
        while ((await client.GetAsync("bedrock", member.IdToken, member.Key)).Status == HttpStatusCode.Forbidden)
        {
            await Task.Delay(LookPause, patience.Token);
        }
    }
}
