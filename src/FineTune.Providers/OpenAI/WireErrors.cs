using System.Net.Sockets;
using System.Text.Json;
using FineTune.Core.Findings;
using FineTune.Core.Findings.Rules;
using FineTune.Providers.Hosting;

namespace FineTune.Providers.OpenAI;

/// <summary>Turns what HTTP can do into errors that say what to do. No inner exception, no header, no request is kept.</summary>
internal static class WireErrors
{
    private const int LongestMessage = 500;
    private static readonly string[] QuotaCodes =
        ["insufficient_quota", "exceeded_quota", "billing_hard_limit_reached", "billing_not_active", "quota_exceeded"];

    /// <summary>An answer with a status that is no success.</summary>
    public static ReleaseError OfAnswer(string title, HttpCall call, int status, string text, TimeSpan? retryAfter)
    {
        var (code, message) = ReadBody(text);
        var words = message is null ? $"HTTP {status}" : $"HTTP {status}, {(code is null ? "" : code + ": ")}{message}";
        var (rule, sentence) = Judge(title, call, status, code, words);
        return new ReleaseError(rule, sentence)
        {
            Status = status,
            RetryAfter = retryAfter,
            Passing = status is 408 or >= 500 || rule == ReleaseRules.RateLimit,
            OutcomeUnknown = status is 408 or 409 or >= 500,
        };
    }

    /// <summary>No answer, or half of one.</summary>
    public static ReleaseError OfFailure(string title, HttpCall call, Exception error)
    {
        var cause = error is AggregateException { InnerExceptions: [.., var last] } ? last : error;
        var socket = Find<SocketException>(cause)?.SocketErrorCode;
        var neverSent = socket is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData
            or SocketError.HostUnreachable or SocketError.NetworkUnreachable || Find<System.Security.Authentication.AuthenticationException>(cause) is not null;
        var words = cause switch
        {
            _ when socket is SocketError.ConnectionRefused => "the connection was refused",
            _ when socket is SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "its address was not found",
            _ when Find<System.Security.Authentication.AuthenticationException>(cause) is not null => "its certificate is not trusted",
            OperationCanceledException or TimeoutException => "it did not answer in time",
            _ => "the connection broke off",
        };
        return new ReleaseError(ReleaseRules.Unreachable, $"{title} could not be asked to {call.What}: {words}")
        {
            Passing = true,
            OutcomeUnknown = !neverSent,
        };
    }

    private static (Rule Rule, string Sentence) Judge(string title, HttpCall call, int status, string? code, string words) => status switch
    {
        401 => (ReleaseRules.Authentication, $"{title} does not accept the key ({words})"),
        402 => (ReleaseRules.Quota, OutOfQuota(title, call, words)),
        403 or 429 when code is not null && QuotaCodes.Contains(code) => (ReleaseRules.Quota, OutOfQuota(title, call, words)),
        403 when code == "training_not_available" => (
            ReleaseRules.Permission,
            $"{title} creates no more fine-tuning jobs for this organisation ({words}); its models answer until their base model is shut down, and the same data can be trained at another provider"),
        403 => (ReleaseRules.Permission, $"{title} does not allow the key to {call.What} ({words})"),
        429 => (ReleaseRules.RateLimit, $"{title} gets too many requests to {call.What} ({words}); try again later"),
        408 or >= 500 => (ReleaseRules.Unreachable, $"{title} failed to {call.What} ({words})"),
        < 400 => (ReleaseRules.AnswerNotUnderstood, $"{title} answered HTTP {status} when asked to {call.What}; is the endpoint right?"),
        _ => (call.Refusal, $"{title} refused to {call.What} ({words})"),
    };

    private static string OutOfQuota(string title, HttpCall call, string words) =>
        $"{title} will not {call.What}: the quota or the balance is used up ({words})";

    private static (string? Code, string? Message) ReadBody(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            var error = root.Object("error") ?? root;
            var message = error.Text("message") ?? root.Text("error") ?? root.Text("detail");
            return (error.Text("code") ?? error.Text("type"), message is null ? null : SafeText.Clean(message.Cut(LongestMessage)));
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static T? Find<T>(Exception? error) where T : Exception
    {
        for (; error is not null; error = error.InnerException)
        {
            if (error is T found)
            {
                return found;
            }
        }
        return null;
    }
}
